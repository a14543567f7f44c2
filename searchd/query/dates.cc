#include "searchd/query/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace assay::query {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::size_t kMaxLengthDigits = 4;
constexpr sys_days kFirstDay = std::chrono::year(1) / 1 / 1;  // so that a year keeps its four digits

enum class Unit { kDay, kWeek, kMonth, kYear };

constexpr std::array kUnits = {
    std::pair{"d", Unit::kDay},   std::pair{"day", Unit::kDay},     std::pair{"days", Unit::kDay},
    std::pair{"w", Unit::kWeek},  std::pair{"week", Unit::kWeek},   std::pair{"weeks", Unit::kWeek},
    std::pair{"m", Unit::kMonth}, std::pair{"month", Unit::kMonth}, std::pair{"months", Unit::kMonth},
    std::pair{"y", Unit::kYear},  std::pair{"year", Unit::kYear},   std::pair{"years", Unit::kYear},
};

std::string normalised(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (c != ' ') result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

// All of the text as a number of `digits` digits.
std::optional<int> number(std::string_view text, std::size_t digits) {
  int value = 0;
  if (text.size() != digits || text.front() == '-') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Days> calendar_days(std::string_view text) {
  using std::chrono::day, std::chrono::last, std::chrono::month, std::chrono::year;
  const bool has_month = text.size() > 4, has_day = text.size() > 7;
  if ((has_month && text[4] != '-') || (has_day && text[7] != '-') || text.size() > 10) return std::nullopt;
  const auto y = number(text.substr(0, 4), 4);
  const auto m = has_month ? number(text.substr(5, 2), 2) : 1;
  const auto d = has_day ? number(text.substr(8), 2) : 1;
  if (!y || !m || !d) return std::nullopt;
  const year_month_day first = year(*y) / month(static_cast<unsigned>(*m)) / day(static_cast<unsigned>(*d));
  if (!first.ok()) return std::nullopt;
  if (has_day) return Days{first, first};
  if (has_month) return Days{first, first.year() / first.month() / last};
  return Days{first, first.year() / 12 / last};
}

sys_days back_by(int count, Unit unit, sys_days today) {
  if (unit == Unit::kDay) return today - std::chrono::days(count);
  if (unit == Unit::kWeek) return today - std::chrono::weeks(count);
  const year_month_day then = unit == Unit::kMonth ? year_month_day(today) - std::chrono::months(count)
                                                   : year_month_day(today) - std::chrono::years(count);
  // Three months before 31 May there is no 31st: the last day of that month it is.
  return then.ok() ? then : then.year() / then.month() / std::chrono::last;
}

// The calendar's own week, month or year that `day` lies in.
Days period_of(sys_days day, Unit unit) {
  const year_month_day date(day);
  if (unit == Unit::kDay) return {day, day};
  if (unit == Unit::kWeek) {
    const sys_days monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
    return {monday, monday + std::chrono::days(6)};
  }
  if (unit == Unit::kMonth)
    return {date.year() / date.month() / 1, date.year() / date.month() / std::chrono::last};
  return {date.year() / 1 / 1, date.year() / 12 / 31};
}

const Unit* find_unit(std::string_view name) {
  const auto found = std::ranges::find(kUnits, name, [](const auto& entry) { return entry.first; });
  return found == kUnits.end() ? nullptr : &found->second;
}

// "3months": the day that long ago.
std::optional<sys_days> length_start(std::string_view text, sys_days today) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > kMaxLengthDigits) return std::nullopt;
  const Unit* unit = find_unit(text.substr(digits));
  if (unit == nullptr) return std::nullopt;
  return std::max(kFirstDay, back_by(*number(text.substr(0, digits), digits), *unit, today));
}

// "thismonth", "lastmonth", "last3months", "3monthsago".
std::optional<Days> told_days(std::string_view text, sys_days today) {
  if (text.ends_with("ago")) {
    const auto day = length_start(text.substr(0, text.size() - 3), today);
    return day ? std::optional(Days{*day, *day}) : std::nullopt;
  }
  const bool is_this = text.starts_with("this");
  if (!is_this && !text.starts_with("last")) return std::nullopt;
  const std::string_view rest = text.substr(4);
  if (const Unit* unit = find_unit(rest)) return period_of(is_this ? today : back_by(1, *unit, today), *unit);
  const auto start = is_this ? std::nullopt : length_start(rest, today);
  return start ? std::optional(Days{*start, today}) : std::nullopt;
}

}  // namespace

std::optional<Days> parse_days(std::string_view text, sys_days today) {
  const std::string date = normalised(text);
  const sys_days yesterday = today - std::chrono::days(1);
  if (date == "today") return Days{today, today};
  if (date == "yesterday") return Days{yesterday, yesterday};
  if (const auto start = length_start(date, today)) return Days{*start, today};
  if (const auto told = told_days(date, today)) return told;
  return calendar_days(date);
}

std::optional<sys_days> parse_end(std::string_view text, sys_days today) {
  if (const auto start = length_start(normalised(text), today)) return start;
  const auto days = parse_days(text, today);
  return days ? std::optional(days->last) : std::nullopt;
}

std::string iso(sys_days day) {
  const year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace assay::query
