// What the authority says of the councils of an article: grades, how they came about, and scores.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/council.h"
#include "indexer/extract/rating.h"
#include "indexer/extract/score.h"
#include "indexer/extract/statement_scores.h"

namespace assay::extract {

struct Grades {
  std::optional<Verdict> verdict;  // on the main council
  // Of the verdict: "current", "pilot" (indicative, from the trials before the scheme began), "regraded" (it
  // replaced another) or "derived" (it follows from the score); empty without a verdict.
  std::string status;
  std::optional<ScorePlace> score;                        // of the main council
  StatementScores statements;                             // of the main council
  std::map<schema::Ordinal, schema::Ordinal> by_council;  // each council that a verdict names -> its grade
};

// Immutable, so safe to share between threads.
class GradingRule {
 public:
  // `rating`: whose values are the grades. `statements`: whose values are scored one by one. `parts`: facets
  // whose names are parts of what is graded.
  GradingRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& rating,
              const schema::Facet* statements, const std::vector<const schema::Facet*>& parts);

  // `year` of publication, 0 if unknown: grades before the present scheme do not count.
  std::vector<Verdict> judge(const Document& document, const std::vector<Mention>& councils, int year) const {
    return rating_.judge(document, councils, year);
  }

  // From what judge gave for the same article. `main`: the council that it is about.
  Grades decide(const Document& document, const std::vector<Mention>& councils,
                const std::vector<Verdict>& verdicts, std::optional<schema::Ordinal> main, int year) const;

 private:
  void decide_score(const std::vector<ScorePlace>& places, const std::vector<Verdict>& verdicts,
                    std::optional<schema::Ordinal> main, Grades& grades) const;

  RatingRule rating_;
  ScoreRule score_;
  std::optional<StatementScoreRule> statements_;
};

}  // namespace assay::extract
