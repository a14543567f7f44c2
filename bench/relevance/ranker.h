// One scheme at work on one index.
#pragma once

#include <string>
#include <vector>

#include "bench/relevance/judged_index.h"
#include "bench/relevance/measures.h"
#include "bench/relevance/scheme.h"

namespace assay::bench {

// A stem that is asked for, and what it counts.
struct QueryWord {
  std::string stem;
  double weight = 1;
};

// Documents found and their scores, the best first.
struct Scored {
  Xapian::docid document = 0;
  double score = 0;
};

// How many documents a ranking holds at most: mean average precision looks at all of them.
inline constexpr Xapian::doccount kDepth = 1000;

// Throws std::invalid_argument for a weight that does not exist, Xapian::Error.
Ranking rank(const JudgedIndex& index, const Scheme& scheme, const std::string& query);

}  // namespace assay::bench
