// The overall score that an article tells, and the grade that follows from it.
#pragma once

#include <optional>
#include <vector>

#include "indexer/extract/council.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/document.h"
#include "indexer/schema/schema.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

// A percentage that is told of the whole, not of a part.
struct ScorePlace {
  int percent = 0;
  TokenRange tokens;
  std::size_t sentence = 0;
  std::optional<schema::Ordinal> council;  // the one it is told of, where the sentence names one
  bool plain = false;  // plain enough to derive a grade from; the others count beside a grade that fits
  bool exact = true;   // else worked out from points, and good for the grade alone
};

// Immutable, so safe to share between threads.
class ScoreRule {
 public:
  ScoreRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
            const std::vector<const schema::Facet*>& parts);

  // In the order of the text.
  std::vector<ScorePlace> find(const Document& document, const std::vector<Mention>& councils) const;

  // The grade of the band that the percentage lies in, if rules/score.tsv has one.
  std::optional<schema::Ordinal> grade(int percent) const;

 private:
  struct Band {
    int first = 0, last = 0;
    schema::Ordinal grade = 0;
  };
  struct Context;
  std::optional<ScorePlace> percentage(const Context& context, std::size_t at) const;
  std::optional<ScorePlace> points_of_total(const Context& context, std::size_t at) const;
  std::optional<ScorePlace> points_off_grade(const Context& context, std::size_t at) const;
  void add_places(const Context& context, const std::vector<Mention>& councils,
                  std::vector<ScorePlace>& places) const;
  bool counts_something_else(const Context& context, TokenRange at) const;
  static bool ends_there(const Context& context, std::size_t behind_it);
  bool speaks_of_rating(const Document& document, const Sentence& sentence) const;
  static bool is_of_rater(const Context& context, std::size_t behind_it);
  bool is_set_off(const Context& context, TokenRange at) const;
  bool is_number_told_of(const Context& context, std::size_t at) const;
  static bool is_put_in_band(const Context& context);
  bool is_from_rater(const Context& context) const;
  bool is_told_behind(const Document& document, std::size_t number) const;
  bool is_of_a_part(const Context& context, TokenRange at) const;

  CueFinder cues_;
  PhraseMatcher parts_;
  PhraseMatcher grades_;
  std::vector<Band> bands_;
};

}  // namespace assay::extract
