#include <algorithm>
#include <array>
#include <cstdio>

#include "indexer/extract/date.h"
#include "indexer/extract/number.h"
#include "indexer/schema/terms.h"

namespace assay::extract {
namespace {

// "30", "30th", "1st",
// and "reporter10th" where a page glues a byline to its date.
std::optional<int> day_of(std::string_view word) {
  if (const std::size_t digits = word.find_first_of("0123456789");
      digits != std::string_view::npos && digits > 2)
    word.remove_prefix(digits);
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
  if (word.size() > 2) return std::nullopt;
  const auto day = number(word);
  return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

std::optional<int> month_of(const Token& token) {
  return token.facts.month > 0 ? std::optional<int>(token.facts.month) : std::nullopt;
}

bool is_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "2025", and "2025updated" where a page glues words together.
std::optional<int> year_of(std::string_view word) {
  if (word.size() > 4 && word.find_first_of("0123456789", 4) == std::string_view::npos)
    word = word.substr(0, 4);
  if (word.size() != 4) return std::nullopt;
  const auto year = number(word);
  return year && *year >= 1990 && *year <= 2099 ? year : std::nullopt;
}

std::optional<std::string> iso(int year, int month, int day) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  if (!schema::date_value(text)) return std::nullopt;
  return text;
}

class Reader {
 public:
  Reader(const Document& document, TokenRange range) : document_(document), range_(range) {}

  // The date that begins at token `at`.
  std::optional<DatePlace> read(std::size_t at) const {
    const WordFacts& facts = document_.tokens[at].facts;
    if (facts.digits == 0 && facts.month == 0) return std::nullopt;
    for (const auto form : {&Reader::iso_form, &Reader::slash_form, &Reader::day_month, &Reader::month_day})
      if (auto place = (this->*form)(at)) return place;
    return std::nullopt;
  }

 private:
  std::string_view word(std::size_t i) const {
    return i < range_.last ? std::string_view(document_.tokens[i].word) : std::string_view();
  }
  std::optional<int> month_at(std::size_t i) const {
    return i < range_.last ? month_of(document_.tokens[i]) : std::nullopt;
  }
  bool joined_by(std::size_t i, char separator) const {
    return i + 1 < range_.last && document_.after(document_.tokens[i]) == separator &&
           document_.tokens[i].end + 1 == document_.tokens[i + 1].begin;
  }

  std::optional<DatePlace> place(std::optional<std::string> day, std::size_t first, std::size_t last) const {
    if (!day) return std::nullopt;
    return DatePlace{*day, {first, last}};
  }

  std::optional<DatePlace> iso_form(std::size_t at) const {
    const auto year = year_of(word(at));
    const char separator = at < range_.last ? document_.after(document_.tokens[at]) : '\0';
    if (!year || (separator != '-' && separator != '/') || !joined_by(at, separator) ||
        !joined_by(at + 1, separator))
      return std::nullopt;
    // "2025-09-11T08:00" glues the hour to the day.
    const std::string_view last = word(at + 2);
    const auto month = number(word(at + 1)),
               day = number(last.substr(0, std::min(last.find('t'), last.size())));
    if (!month || !day) return std::nullopt;
    return place(iso(*year, *month, *day), at, at + 3);
  }

  std::optional<DatePlace> slash_form(std::size_t at) const {
    const char separator = at < range_.last ? document_.after(document_.tokens[at]) : '\0';
    if ((separator != '/' && separator != '.' && separator != '-') || !joined_by(at, separator) ||
        !joined_by(at + 1, separator))
      return std::nullopt;
    const auto day = number(word(at)), month = number(word(at + 1));
    auto year = year_of(word(at + 2));
    if (!year && word(at + 2).size() == 2 && separator == '/')
      if (const auto short_year = number(word(at + 2))) year = 2000 + *short_year;
    if (!day || !month || !year) return std::nullopt;
    return place(iso(*year, *month, *day), at, at + 3);
  }

  // Steps over a clock time such as 08:26, which some pages put between the day and the year.
  std::size_t over_time(std::size_t at) const {
    return joined_by(at, ':') && number(word(at)) && number(word(at + 1)) ? at + 2 : at;
  }

  // "20253 min read": a page glues the minutes to the year.
  std::optional<int> year_at_token(std::size_t at) const {
    const std::string_view written = word(at);
    const bool glued = written.size() > 4 && is_digits(written) && word(at + 1) == "min";
    return year_of(glued ? written.substr(0, 4) : written);
  }

  std::optional<DatePlace> day_month(std::size_t at) const {
    const auto day = day_of(word(at));
    const std::size_t month_token = word(at + 1) == "of" ? at + 2 : at + 1;
    const auto month = month_at(month_token);
    if (!day || !month) return std::nullopt;
    const std::size_t year_at = over_time(month_token + 1);
    const auto year = year_at_token(year_at);
    return year ? place(iso(*year, *month, *day), at, year_at + 1) : std::nullopt;
  }

  std::optional<DatePlace> month_day(std::size_t at) const {
    const auto month = month_at(at);
    const auto day = day_of(word(at + 1));
    if (!day || !month) return std::nullopt;
    const std::size_t year_at = over_time(at + 2);
    const auto year = year_of(word(year_at));
    return year ? place(iso(*year, *month, *day), at, year_at + 1) : std::nullopt;
  }

  const Document& document_;
  TokenRange range_;
};

}  // namespace

std::vector<DatePlace> find_dates(const Document& document, TokenRange range) {
  std::vector<DatePlace> places;
  const Reader reader(document, range);
  for (std::size_t at = range.first; at < range.last;) {
    const auto place = reader.read(at);
    if (place) places.push_back(*place);
    at = place ? place->tokens.last : at + 1;
  }
  return places;
}

std::optional<DatePlace> date_of_year(const Document& document, TokenRange range, const std::string& other) {
  constexpr int kLongPast = 6;  // months
  const int year = *number(std::string_view(other).substr(0, 4));
  const int its_month = *number(std::string_view(other).substr(5, 2));
  for (std::size_t at = range.first; at + 1 < range.last; ++at) {
    const Token &left = document.tokens[at], &right = document.tokens[at + 1];
    const bool day_first = month_of(right).has_value();
    const auto day = day_of((day_first ? left : right).word), month = month_of(day_first ? right : left);
    if (!day || !month) continue;
    const auto day_iso = iso(*month + kLongPast < its_month ? year + 1 : year, *month, *day);
    if (day_iso) return DatePlace{*day_iso, {at, at + 2}};
  }
  return std::nullopt;
}

std::optional<std::string> date_in_url(std::string_view url) {
  read::Article article;
  article.text = url;
  const Document document = tokenise(article, Lexicon());
  const std::vector<DatePlace> places = find_dates(document, {0, document.tokens.size()});
  if (!places.empty()) return places.front().iso;
  for (const Token& token : document.tokens) {
    const std::string_view word = token.word;
    if (word.size() != 8 || !is_digits(word)) continue;
    if (auto day = iso(*number(word.substr(4)), *number(word.substr(2, 2)), *number(word.substr(0, 2))))
      if (year_of(word.substr(4))) return day;
  }
  return std::nullopt;
}

}  // namespace assay::extract
