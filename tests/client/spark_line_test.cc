#include "client/cli/spark_line.h"

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

DateHistogram months(const std::vector<std::uint64_t>& counts) {
  DateHistogram histogram{.interval = "month"};
  for (std::size_t i = 0; i < counts.size(); ++i)
    histogram.buckets.push_back({"", i == 0 ? "2025-01" : "2025-99", counts[i]});
  return histogram;
}

TEST(SparkLine, TheMostIsTheHighestAndNoneIsBlank) {
  EXPECT_EQ(spark_line(months({8, 0, 4, 1}), 60), "2025-01 █ ▄▁ 2025-99");
  EXPECT_EQ(spark_line(months({1'000, 1}), 60), "2025-01 █▁ 2025-99");
  EXPECT_EQ(spark_line(months({0, 0}), 60), "2025-01    2025-99");
}

TEST(SparkLine, BucketsAreTakenTogetherUntilTheyFit) {
  EXPECT_EQ(spark_line(months({1, 1, 1, 1, 4}), 19), "2025-01 ▄▄█ 2025-99");
  EXPECT_EQ(spark_line(months({1, 1, 1, 1, 4}), 17), "2025-01 █ 2025-99");
}

TEST(SparkLine, WithoutRoomOrTimeThereIsNone) {
  EXPECT_EQ(spark_line(months({1, 2}), 16), "");
  EXPECT_EQ(spark_line(months({1}), 60), "");
  EXPECT_EQ(spark_line({}, 60), "");
}

}  // namespace
}  // namespace assay::cli
