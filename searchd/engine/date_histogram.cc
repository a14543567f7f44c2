#include <fmt/format.h>

#include <chrono>

#include "searchd/engine/facet_counts.h"
#include "searchd/engine/failure.h"

namespace assay::engine {
namespace {

using std::chrono::months;
using std::chrono::year_month;

unsigned months_of(const std::string& interval) {
  if (interval == "month") return 1;
  if (interval == "quarter") return 3;
  if (interval == "year") return 12;
  throw Failure(FailureKind::kInvalid,
                "dates are counted by month, quarter or year, not by '" + interval + "'");
}

// The first month of the bucket in which a day (YYYYMMDD) lies.
year_month bucket_of(const std::string& day, unsigned length) {
  const unsigned month = static_cast<unsigned>(std::stoul(day.substr(4, 2)));
  return std::chrono::year(std::stoi(day.substr(0, 4))) / ((month - 1) / length * length + 1);
}

DateCount empty_bucket(year_month first, unsigned length) {
  const int year = static_cast<int>(first.year());
  const unsigned month = static_cast<unsigned>(first.month());
  const std::string label = length == 12  ? fmt::format("{:04}", year)
                            : length == 3 ? fmt::format("{:04}-Q{}", year, month / length + 1)
                                          : fmt::format("{:04}-{:02}", year, month);
  return {fmt::format("{:04}-{:02}-01", year, month), label, 0};
}

}  // namespace

DateHistogram date_histogram(const std::string& interval, const ValueCounts& dates, std::uint64_t total) {
  const unsigned length = months_of(interval);
  DateHistogram histogram{interval, {}, total};
  if (dates.empty()) return histogram;
  const year_month first = bucket_of(dates.begin()->first, length);
  const year_month last = bucket_of(dates.rbegin()->first, length);
  for (year_month at = first; at <= last; at += months(length))
    histogram.buckets.push_back(empty_bucket(at, length));
  for (const auto& [day, matches] : dates) {
    const auto distance = (bucket_of(day, length) - first).count() / static_cast<int>(length);
    histogram.buckets[static_cast<std::size_t>(distance)].count += matches;
    histogram.undated -= std::min(matches, histogram.undated);
  }
  return histogram;
}

}  // namespace assay::engine
