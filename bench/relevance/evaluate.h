// Schemes scored over collections, compared with each other, and chosen among without looking at the
// collection on which the choice is then scored.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bench/relevance/collection.h"
#include "bench/relevance/judged_index.h"
#include "bench/relevance/measures.h"
#include "bench/relevance/scheme.h"

namespace assay::bench {

using Metric = double Measures::*;

// One scheme over all collections: per collection, in their order, the measures of each query.
struct Outcome {
  Scheme scheme;
  std::vector<std::vector<Measures>> queries;
};

// Keeps the indexes it has made. Not thread-safe.
class Evaluator {
 public:
  explicit Evaluator(std::vector<Collection> collections);
  const std::vector<Collection>& collections() const { return collections_; }
  // Throws std::invalid_argument for a scheme that does not exist, Xapian::Error.
  Outcome evaluate(const Scheme& scheme);

 private:
  const JudgedIndex& index(std::size_t collection, bool stems);

  std::vector<Collection> collections_;
  std::map<std::pair<std::size_t, bool>, std::unique_ptr<JudgedIndex>> indexes_;
};

// The means of a collection's queries, averaged over `collections`, each counting the same.
Measures mean_over(const Outcome& outcome, const std::vector<std::size_t>& collections);

// The chance that a difference in mean_over as large as that of the two comes about by chance.
double p_value(const Outcome& one, const Outcome& other, const std::vector<std::size_t>& collections,
               Metric metric, std::size_t trials, std::uint64_t seed);

// The first of the outcomes that are best over `collections`; `outcomes` must not be empty.
const Outcome& best_over(const std::vector<Outcome>& outcomes, const std::vector<std::size_t>& collections,
                         Metric metric);

}  // namespace assay::bench
