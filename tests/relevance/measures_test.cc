// Measures and the randomisation test against numbers worked out by hand.
#include "bench/relevance/measures.h"

#include <gtest/gtest.h>

namespace assay::tests {
namespace {

using namespace bench;

const Grades kGrades = {{"a", 2}, {"b", 0}, {"c", 1}, {"d", 1}};
const Ranking kRanking = {"c", "b", "a", "x"};

TEST(Measures, GainIsDiscountedByRankAndSharesInTheBestOrders) {
  // (1 + 3 / log2 4) / (3 + 1 / log2 3 + 1 / log2 4)
  EXPECT_NEAR(ndcg(kRanking, kGrades, 10), 2.5 / 4.1309298, 1e-6);
  EXPECT_NEAR(ndcg(kRanking, kGrades, 1), 1.0 / 3, 1e-9);
  EXPECT_NEAR(ndcg({"a", "c", "d"}, kGrades, 10), 1, 1e-9);
  EXPECT_EQ(ndcg({}, kGrades, 10), 0);
}

TEST(Measures, WhatWasNotFoundCountsAgainstARanking) {
  EXPECT_NEAR(average_precision(kRanking, kGrades), (1.0 + 2.0 / 3) / 3, 1e-9);
  EXPECT_NEAR(recall(kRanking, kGrades, 2), 1.0 / 3, 1e-9);
  EXPECT_NEAR(recall(kRanking, kGrades, 100), 2.0 / 3, 1e-9);
  EXPECT_NEAR(precision(kRanking, kGrades, 2), 0.5, 1e-9);
  EXPECT_NEAR(precision(kRanking, kGrades, 10), 0.2, 1e-9);
}

TEST(Measures, MeanIsOverQueries) {
  const Measures both = mean({measure(kRanking, kGrades), measure({"a", "c", "d"}, kGrades)});
  EXPECT_NEAR(both.map, (5.0 / 9 + 1) / 2, 1e-9);
  EXPECT_NEAR(both.precision10, 0.25, 1e-9);
}

TEST(Randomisation, CountsTheSignsThatReachTheObservedSum) {
  EXPECT_EQ(randomisation_p({0, 0, 0}, 1000, 1), 1);
  EXPECT_EQ(randomisation_p({0.5, -0.5}, 1000, 1), 1);
  EXPECT_NEAR(randomisation_p({1, 1, 1}, 50'000, 1), 2.0 / 8, 0.01);
  EXPECT_NEAR(randomisation_p({1, 1, 1, -1}, 50'000, 1), 10.0 / 16, 0.01);
  EXPECT_NEAR(randomisation_p(std::vector<double>(8, 0.1), 50'000, 1), 2.0 / 256, 0.002);
}

TEST(Randomisation, IsNeverZeroAndFollowsFromTheSeed) {
  const std::vector<double> differences(100, 0.1);
  EXPECT_NEAR(randomisation_p(differences, 999, 1), 0.001, 1e-9);
  EXPECT_EQ(randomisation_p({1, 2, 3, -1}, 1000, 7), randomisation_p({1, 2, 3, -1}, 1000, 7));
}

}  // namespace
}  // namespace assay::tests
