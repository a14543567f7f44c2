#include "bench/load/pace.h"

#include <gtest/gtest.h>

namespace assay::tests {
namespace {

using bench::Arrivals;
using bench::Clock;
using bench::Pace;
using Seconds = std::chrono::duration<double>;

double seconds_for(Pace pace, Clock::time_point start, int arrivals) {
  for (int i = 1; i < arrivals; ++i) pace.advance();
  return Seconds(pace.next() - start).count();
}

TEST(Pace, UniformArrivalsAreEvenlySpaced) {
  const Clock::time_point start{};
  EXPECT_NEAR(seconds_for(Pace(start, 200, Arrivals::kUniform, 1), start, 1), 0.005, 1e-6);
  EXPECT_NEAR(seconds_for(Pace(start, 200, Arrivals::kUniform, 1), start, 1'000), 5, 1e-3);
}

TEST(Pace, PoissonArrivalsHaveTheRateAndTheSpreadOfTheirKind) {
  const Clock::time_point start{};
  EXPECT_NEAR(seconds_for(Pace(start, 200, Arrivals::kPoisson, 1), start, 20'000), 100, 3);
  // Of gaps without memory, a share of 1 - 1/e is below the mean.
  Pace pace(start, 200, Arrivals::kPoisson, 2);
  int short_gaps = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Clock::time_point before = pace.next();
    pace.advance();
    if (Seconds(pace.next() - before).count() < 1.0 / 200) ++short_gaps;
  }
  EXPECT_NEAR(short_gaps / 20'000.0, 0.632, 0.02);
}

}  // namespace
}  // namespace assay::tests
