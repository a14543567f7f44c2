// Dates as people write them in a query.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace assay::query {

// How messages say which dates can be read.
inline constexpr std::string_view kDateForms =
    "a date is like 2025, 2025-06, 2025-06-30, today, yesterday, last week, 7 days ago or 3months";

struct Days {
  std::chrono::sys_days first;
  std::chrono::sys_days last;
};

// The days that a full or partial date stands for: "2025", "2025-06", "2025-06-30", "today", "yesterday",
// "3months", "3m" or "last 3 months" (that long ago until today; likewise days/d, weeks/w, years/y), "3
// months ago" (that one day), "this month" and "last month" (all of the calendar's; likewise week, from
// Monday, and year). Spaces and capitals do not count. Nothing for other text.
std::optional<Days> parse_days(std::string_view text, std::chrono::sys_days today);

// The last day of a range that ends with `text`: the last day it stands for, but a length of time ends the
// range that long ago ("..3months" reaches until three months ago, not until today).
std::optional<std::chrono::sys_days> parse_end(std::string_view text, std::chrono::sys_days today);

std::string iso(std::chrono::sys_days day);  // "2025-06-30"

}  // namespace assay::query
