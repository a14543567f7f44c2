// How good a ranking is, and whether the difference between two of them may be chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "bench/relevance/collection.h"

namespace assay::bench {

// Document ids, the best first, each once.
using Ranking = std::vector<std::string>;

// Discounted gain of the first `depth` documents, as a share of what the best order would have. A grade g
// gains 2^g - 1, rank r discounts by log2(r + 1).
double ndcg(const Ranking& ranking, const Grades& grades, std::size_t depth);

// The next three take any grade above 0 as relevant. Relevant documents that were not found count as 0.
double average_precision(const Ranking& ranking, const Grades& grades);
double recall(const Ranking& ranking, const Grades& grades, std::size_t depth);
double precision(const Ranking& ranking, const Grades& grades, std::size_t depth);

struct Measures {
  double ndcg10 = 0, map = 0, recall100 = 0, precision10 = 0;
};

Measures measure(const Ranking& ranking, const Grades& grades);
Measures mean(const std::vector<Measures>& measures);

// Paired randomisation test, two-sided: how often the sum of `differences` is at least as far from 0 when
// each keeps or changes its sign by chance. The observed signs count as one of the trials, so it is never 0.
double randomisation_p(const std::vector<double>& differences, std::size_t trials, std::uint64_t seed);

}  // namespace assay::bench
