// The scores from 1 to 4 that an article tells of single quality statements.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "indexer/extract/cues.h"
#include "indexer/extract/document.h"
#include "indexer/schema/schema.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

struct StatementScore {
  int score = 0;             // 1 to 4
  std::size_t sentence = 0;  // the one that tells it
};

using StatementScores = std::map<schema::Ordinal, StatementScore>;  // by value of the facet

// Immutable, so safe to share between threads.
class StatementScoreRule {
 public:
  // `facet` is the one whose values rules/statement.tsv names.
  StatementScoreRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon, const schema::Facet& facet);

  // The first score told of each statement. A score that is told of all, or of the rest, is that of every
  // statement without one of its own. Sentences that are `left_out` are not read.
  StatementScores find(const Document& document, const std::vector<bool>& left_out) const;

 private:
  struct Item {  // a name or a score, in the order of the sentence
    TokenRange tokens;
    std::optional<schema::Ordinal> statement;
    int score = 0;
  };
  struct Sharing {  // "eight areas were marked two"
    std::size_t statements = 0;
    int score = 0;
    std::size_t sentence = 0;
  };
  std::vector<Item> items(const Document& document, const Sentence& sentence, Cues cues) const;
  bool is_score(const Document& document, const Sentence& sentence, Cues cues,
                const std::vector<Item>& before_it, std::size_t at) const;
  std::optional<Sharing> shared(const Document& document, const Sentence& sentence, Cues cues,
                                const std::vector<Item>& items) const;

  std::vector<schema::Ordinal> statements_;  // those that have a name
  CueFinder cues_;
};

}  // namespace assay::extract
