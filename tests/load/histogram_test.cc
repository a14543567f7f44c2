#include "bench/load/histogram.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace assay::tests {
namespace {

using bench::Histogram;
using std::chrono::nanoseconds;

TEST(Histogram, OfNothingIsZero) {
  const Histogram histogram;
  EXPECT_EQ(histogram.count(), 0u);
  EXPECT_EQ(histogram.at(0.5).count(), 0);
  EXPECT_EQ(histogram.mean().count(), 0);
  EXPECT_EQ(histogram.max().count(), 0);
}

TEST(Histogram, SmallNumbersAreExact) {
  Histogram histogram;
  for (int i = 1; i <= 200; ++i) histogram.add(nanoseconds(i));
  EXPECT_EQ(histogram.at(0.005).count(), 1);
  EXPECT_EQ(histogram.at(0.5).count(), 100);
  EXPECT_EQ(histogram.at(0.99).count(), 198);
  EXPECT_EQ(histogram.at(1).count(), 200);
  EXPECT_EQ(histogram.mean().count(), 100);
  EXPECT_EQ(histogram.max().count(), 200);
}

TEST(Histogram, EveryNumberIsKeptWithinOnePercent) {
  for (double number = 1; number < 9e18; number *= 1.0037) {
    Histogram histogram;
    const nanoseconds added(static_cast<nanoseconds::rep>(number));
    histogram.add(added);
    histogram.add(nanoseconds::max());
    EXPECT_NEAR(static_cast<double>(histogram.at(0.5).count()), static_cast<double>(added.count()),
                0.005 * number);
  }
}

TEST(Histogram, PercentilesAreWithinOnePercentOfTheExactOnes) {
  std::mt19937_64 random(20260531);
  std::lognormal_distribution<double> distribution(14, 2);
  Histogram histogram;
  std::vector<double> exact;
  for (int i = 0; i < 20'000; ++i) {
    exact.push_back(std::floor(distribution(random)));
    histogram.add(nanoseconds(static_cast<nanoseconds::rep>(exact.back())));
  }
  std::sort(exact.begin(), exact.end());
  for (const double share : {0.001, 0.1, 0.5, 0.9, 0.99, 0.999, 1.0}) {
    const double wanted = exact[static_cast<std::size_t>(std::ceil(share * 20'000)) - 1];
    EXPECT_NEAR(static_cast<double>(histogram.at(share).count()), wanted, 0.01 * wanted) << share;
  }
}

TEST(Histogram, TakesTheExtremes) {
  Histogram histogram;
  histogram.add(nanoseconds(-5));
  histogram.add(nanoseconds::max());
  EXPECT_EQ(histogram.at(0.5).count(), 0);
  EXPECT_GT(histogram.at(1), nanoseconds::max() / 100 * 99);
  EXPECT_EQ(histogram.max(), nanoseconds::max());
}

}  // namespace
}  // namespace assay::tests
