#include "searchd/query/dates.h"

#include <gtest/gtest.h>

#include "tests/query/fake_index.h"

namespace assay::tests {
namespace {

// "first last" in ISO form, or "none".
std::string days(std::string_view text) {
  const auto found = query::parse_days(text, kToday);
  return found ? query::iso(found->first) + ' ' + query::iso(found->last) : "none";
}

std::string end(std::string_view text) {
  const auto found = query::parse_end(text, kToday);
  return found ? query::iso(*found) : "none";
}

TEST(Dates, APartialDateIsAllItsDays) {
  EXPECT_EQ(days("2025"), "2025-01-01 2025-12-31");
  EXPECT_EQ(days("2025-06"), "2025-06-01 2025-06-30");
  EXPECT_EQ(days("2024-02"), "2024-02-01 2024-02-29");
  EXPECT_EQ(days("2025-06-30"), "2025-06-30 2025-06-30");
  EXPECT_EQ(days(" 2025-06 "), "2025-06-01 2025-06-30");
}

TEST(Dates, WordsCountFromToday) {
  EXPECT_EQ(days("today"), "2026-05-31 2026-05-31");
  EXPECT_EQ(days("Yesterday"), "2026-05-30 2026-05-30");
}

TEST(Dates, ALengthOfTimeReachesUntilToday) {
  EXPECT_EQ(days("0d"), "2026-05-31 2026-05-31");
  EXPECT_EQ(days("10days"), "2026-05-21 2026-05-31");
  EXPECT_EQ(days("2w"), "2026-05-17 2026-05-31");
  EXPECT_EQ(days("1 week"), "2026-05-24 2026-05-31");
  EXPECT_EQ(days("1m"), "2026-04-30 2026-05-31");  // there is no 31 April
  EXPECT_EQ(days("3Months"), "2026-02-28 2026-05-31");
  EXPECT_EQ(days("1year"), "2025-05-31 2026-05-31");
  EXPECT_EQ(days("9999y"), "0001-01-01 2026-05-31");
}

TEST(Dates, APeriodIsAllOfTheCalendars) {
  // kToday is a Sunday, the last of its week and month.
  EXPECT_EQ(days("this week"), "2026-05-25 2026-05-31");
  EXPECT_EQ(days("Last Week"), "2026-05-18 2026-05-24");
  EXPECT_EQ(days("this month"), "2026-05-01 2026-05-31");
  EXPECT_EQ(days("last month"), "2026-04-01 2026-04-30");
  EXPECT_EQ(days("lastyear"), "2025-01-01 2025-12-31");
  EXPECT_EQ(days("last day"), "2026-05-30 2026-05-30");
  EXPECT_EQ(end("last month"), "2026-04-30");
}

TEST(Dates, TheLastSoManyReachUntilToday) {
  EXPECT_EQ(days("last 7 days"), "2026-05-24 2026-05-31");
  EXPECT_EQ(end("last 7 days"), "2026-05-31");
}

TEST(Dates, AgoIsOneDay) {
  EXPECT_EQ(days("7 days ago"), "2026-05-24 2026-05-24");
  EXPECT_EQ(days("3 months ago"), "2026-02-28 2026-02-28");
  EXPECT_EQ(end("7 days ago"), "2026-05-24");
}

TEST(Dates, ARangeEndsWithALengthOfTimeThatLongAgo) {
  EXPECT_EQ(end("3months"), "2026-02-28");
  EXPECT_EQ(end("2025-06"), "2025-06-30");
  EXPECT_EQ(end("today"), "2026-05-31");
  EXPECT_EQ(end("soon"), "none");
}

TEST(Dates, OtherTextIsNoDate) {
  for (const char* text : {"",
                           "last",
                           "ago",
                           "this 3 months",
                           "last fortnight",
                           "week ago",
                           " ",
                           "25",
                           "2025-",
                           "2025-6",
                           "2025-13",
                           "2025-00",
                           "2025-02-30",
                           "2025/06",
                           "2025-06-3",
                           "2025-06-300",
                           "20250630",
                           "-2025",
                           "+025",
                           "3",
                           "months",
                           "3 fortnights",
                           "99999d",
                           "lately",
                           "2025-06-30T10:00",
                           "2025..2026",
                           "2025-06x30"})
    EXPECT_EQ(days(text), "none") << text;
}

}  // namespace
}  // namespace assay::tests
