#include "bench/relevance/evaluate.h"

#include <algorithm>

#include "bench/relevance/ranker.h"

namespace assay::bench {

Evaluator::Evaluator(std::vector<Collection> collections) : collections_(std::move(collections)) {}

const JudgedIndex& Evaluator::index(std::size_t collection, bool stems) {
  std::unique_ptr<JudgedIndex>& made = indexes_[{collection, stems}];
  if (!made) made = std::make_unique<JudgedIndex>(collections_[collection], stems);
  return *made;
}

Outcome Evaluator::evaluate(const Scheme& scheme) {
  Outcome outcome{scheme, {}};
  for (std::size_t i = 0; i < collections_.size(); ++i) {
    const JudgedIndex& where = index(i, scheme.stems_indexed);
    std::vector<Measures>& measures = outcome.queries.emplace_back();
    for (const JudgedQuery& query : collections_[i].queries)
      measures.push_back(measure(rank(where, scheme, query.text), query.grades));
  }
  return outcome;
}

Measures mean_over(const Outcome& outcome, const std::vector<std::size_t>& collections) {
  std::vector<Measures> means;
  for (const std::size_t collection : collections) means.push_back(mean(outcome.queries[collection]));
  return mean(means);
}

double p_value(const Outcome& one, const Outcome& other, const std::vector<std::size_t>& collections,
               Metric metric, std::size_t trials, std::uint64_t seed) {
  std::vector<double> differences;  // each as it counts in the mean
  for (const std::size_t collection : collections) {
    const std::vector<Measures>&a = one.queries[collection], &b = other.queries[collection];
    for (std::size_t i = 0; i < a.size(); ++i)
      differences.push_back((a[i].*metric - b[i].*metric) / static_cast<double>(a.size()));
  }
  return randomisation_p(differences, trials, seed);
}

const Outcome& best_over(const std::vector<Outcome>& outcomes, const std::vector<std::size_t>& collections,
                         Metric metric) {
  return *std::max_element(outcomes.begin(), outcomes.end(), [&](const Outcome& a, const Outcome& b) {
    return mean_over(a, collections).*metric < mean_over(b, collections).*metric;
  });
}

}  // namespace assay::bench
