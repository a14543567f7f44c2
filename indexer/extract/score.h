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

// A percentage of 25 to 100 that is told of the whole, not of a part.
struct ScorePlace {
  int percent = 0;
  TokenRange tokens;
  std::size_t sentence = 0;
  std::optional<schema::Ordinal> council;  // the one it is told of, where the sentence names one
};

// Immutable, so safe to share between threads.
class ScoreRule {
 public:
  ScoreRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
            const std::vector<const schema::Facet*>& parts);

  std::vector<ScorePlace> find(const Document& document, const std::vector<Mention>& councils) const;

  // The grade of the band that the percentage lies in, if rules/score.tsv has one.
  std::optional<schema::Ordinal> grade(int percent) const;

 private:
  struct Band {
    int first = 0, last = 0;
    schema::Ordinal grade = 0;
  };
  bool tells_score(const Document& document, const Sentence& sentence, TokenRange at) const;

  CueFinder cues_;
  PhraseMatcher parts_;
  std::vector<Band> bands_;
};

}  // namespace assay::extract
