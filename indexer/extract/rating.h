// What the authority's verdict on a council is: each grade in the text is judged by the words around it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/council.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/document.h"
#include "indexer/extract/finding.h"
#include "indexer/extract/phrase_matcher.h"
#include "indexer/schema/schema.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

// A grade in the text, accepted as a verdict on a council or refused.
struct Verdict {
  schema::Ordinal grade = 0;
  TokenRange tokens;
  std::size_t sentence = 0;
  std::optional<schema::Ordinal> council;  // the one it is said of, where the sentence names one
  int strength = 0;
  bool regraded = false;  // it replaced an earlier one
  bool pilot = false;
  std::string refused;
};

// Immutable, so safe to share between threads.
class RatingRule {
 public:
  // `rating` is the facet whose values are the grades, `parts` the facets whose names are parts of what is
  // graded.
  RatingRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
             const std::vector<const schema::Facet*>& parts);

  // `year` of publication, 0 if unknown: grades before the present scheme do not count.
  std::vector<Verdict> judge(const Document& document, const std::vector<Mention>& councils, int year) const;

  // The grade of `council` (the article's main one: verdicts that name none are its own).
  std::optional<Verdict> decide(const std::vector<Verdict>& verdicts,
                                std::optional<schema::Ordinal> council) const;

 private:
  struct Context;
  std::string refuse(const Context& context, const Verdict& verdict) const;
  std::string refuse_by_subject(const Context& context, const Verdict& verdict) const;
  bool is_announced(const Context& context, const Verdict& verdict) const;
  void weigh(const Context& context, Verdict& verdict) const;

  const schema::Facet& rating_;
  CueFinder cues_;
  PhraseMatcher grades_;
  PhraseMatcher parts_;
};

}  // namespace assay::extract
