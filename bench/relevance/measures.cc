#include "bench/relevance/measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace assay::bench {
namespace {

constexpr double kRounding = 1e-12;  // sums in another order differ by less

int grade_of(const std::string& id, const Grades& grades) {
  const auto found = grades.find(id);
  return found == grades.end() ? 0 : found->second;
}

double discounted(int grade, std::size_t index) {
  return (std::exp2(grade) - 1) / std::log2(static_cast<double>(index) + 2);
}

std::size_t relevant(const Grades& grades) {
  return static_cast<std::size_t>(
      std::count_if(grades.begin(), grades.end(), [](const auto& each) { return each.second > 0; }));
}

std::size_t found_in(const Ranking& ranking, const Grades& grades, std::size_t depth) {
  const auto end = ranking.begin() + static_cast<std::ptrdiff_t>(std::min(depth, ranking.size()));
  return static_cast<std::size_t>(
      std::count_if(ranking.begin(), end, [&](const std::string& id) { return grade_of(id, grades) > 0; }));
}

double ratio(double part, std::size_t whole) { return whole == 0 ? 0 : part / static_cast<double>(whole); }

}  // namespace

double ndcg(const Ranking& ranking, const Grades& grades, std::size_t depth) {
  std::vector<int> best;
  for (const auto& [id, grade] : grades) best.push_back(grade);
  std::sort(best.rbegin(), best.rend());
  double ideal = 0, gain = 0;
  for (std::size_t i = 0; i < std::min(depth, best.size()); ++i) ideal += discounted(best[i], i);
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i)
    gain += discounted(grade_of(ranking[i], grades), i);
  return ideal == 0 ? 0 : gain / ideal;
}

double average_precision(const Ranking& ranking, const Grades& grades) {
  double sum = 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i)
    if (grade_of(ranking[i], grades) > 0) sum += static_cast<double>(++found) / static_cast<double>(i + 1);
  return ratio(sum, relevant(grades));
}

double recall(const Ranking& ranking, const Grades& grades, std::size_t depth) {
  return ratio(static_cast<double>(found_in(ranking, grades, depth)), relevant(grades));
}

double precision(const Ranking& ranking, const Grades& grades, std::size_t depth) {
  return ratio(static_cast<double>(found_in(ranking, grades, depth)), depth);
}

Measures measure(const Ranking& ranking, const Grades& grades) {
  return {ndcg(ranking, grades, 10), average_precision(ranking, grades), recall(ranking, grades, 100),
          precision(ranking, grades, 10)};
}

Measures mean(const std::vector<Measures>& measures) {
  Measures sum;
  for (const Measures& each : measures) {
    sum.ndcg10 += each.ndcg10;
    sum.map += each.map;
    sum.recall100 += each.recall100;
    sum.precision10 += each.precision10;
  }
  const std::size_t count = measures.size();
  return {ratio(sum.ndcg10, count), ratio(sum.map, count), ratio(sum.recall100, count),
          ratio(sum.precision10, count)};
}

double randomisation_p(const std::vector<double>& differences, std::size_t trials, std::uint64_t seed) {
  const double observed = std::abs(std::accumulate(differences.begin(), differences.end(), 0.0));
  std::mt19937_64 random(seed);
  std::size_t as_far = 1;
  for (std::size_t trial = 0; trial < trials; ++trial) {
    double sum = 0;
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < differences.size(); ++i, bits >>= 1) {
      if (i % 64 == 0) bits = random();
      sum += (bits & 1) != 0 ? differences[i] : -differences[i];
    }
    as_far += std::abs(sum) >= observed - kRounding;
  }
  return static_cast<double>(as_far) / static_cast<double>(trials + 1);
}

}  // namespace assay::bench
