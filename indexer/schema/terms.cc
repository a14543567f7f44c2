#include "indexer/schema/terms.h"

#include <xxhash.h>

#include <algorithm>
#include <chrono>

namespace assay::schema {
namespace {

constexpr std::size_t kHashDigits = 16;

std::string hex(std::uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(kHashDigits, '0');
  for (std::size_t i = kHashDigits; i-- > 0; value >>= 4) text[i] = kDigits[value & 0xf];
  return text;
}

std::string bounded(std::string term) {
  if (term.size() <= kMaxTermBytes) return term;
  const std::string digest = hex(XXH3_64bits(term.data(), term.size()));
  term.resize(kMaxTermBytes - kHashDigits);
  return term + digest;
}

std::string prefixed(Field field, std::string_view rest) {
  std::string term(spec(field).prefix);
  return bounded(term.append(rest));
}

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::string word_term(Field field, std::string_view word) { return prefixed(field, word); }

bool is_word_term(std::string_view term) { return !term.empty() && (term[0] < 'A' || term[0] > 'Z'); }

bool is_title_term(std::string_view word_term) { return word_term.starts_with(spec(Field::kTitle).prefix); }

std::string_view word_of(std::string_view word_term) {
  return word_term.substr(is_title_term(word_term) ? spec(Field::kTitle).prefix.size() : 0);
}

std::string id_term(std::string_view id) { return prefixed(Field::kId, id); }

std::string source_term(std::string_view path) { return prefixed(Field::kSource, path); }

std::string bounded_key(std::string_view prefix, std::string_view id) {
  return bounded(std::string(prefix).append(id));
}

std::string facet_term(std::string_view facet, std::string_view value) {
  std::string rest(facet);
  return prefixed(Field::kFacet, rest.append(":").append(value));
}

std::optional<std::string> date_value(std::string_view iso_date) {
  if (iso_date.size() != 10 || iso_date[4] != '-' || iso_date[7] != '-') return std::nullopt;
  const std::string_view year = iso_date.substr(0, 4), month = iso_date.substr(5, 2),
                         day = iso_date.substr(8);
  if (!digits(year) || !digits(month) || !digits(day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(number(year)),
                                         std::chrono::month(static_cast<unsigned>(number(month))),
                                         std::chrono::day(static_cast<unsigned>(number(day)))};
  if (!date.ok()) return std::nullopt;
  return std::string(year).append(month).append(day);
}

std::string iso_date(std::string_view date_value) {
  if (date_value.size() != 8) return {};
  return std::string(date_value.substr(0, 4))
      .append("-")
      .append(date_value.substr(4, 2))
      .append("-")
      .append(date_value.substr(6));
}

std::string score_value(int score) {
  const std::string digits = std::to_string(score);
  return std::string(3 - std::min<std::size_t>(3, digits.size()), '0') + digits;
}

std::string ordinals_value(std::vector<Ordinal> ordinals) {
  std::sort(ordinals.begin(), ordinals.end());
  ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
  std::string value;
  for (const Ordinal ordinal : ordinals) {
    value.push_back(static_cast<char>(ordinal >> 8));
    value.push_back(static_cast<char>(ordinal & 0xff));
  }
  return value;
}

std::vector<Ordinal> ordinals(std::string_view value) {
  std::vector<Ordinal> result;
  for (std::size_t i = 0; i + 1 < value.size(); i += 2)
    result.push_back(static_cast<Ordinal>(static_cast<unsigned char>(value[i]) << 8 |
                                          static_cast<unsigned char>(value[i + 1])));
  return result;
}

std::string bands_value(std::span<const BandHash> bands) {
  std::string value;
  for (const BandHash band : bands)
    for (int shift = 24; shift >= 0; shift -= 8) value.push_back(static_cast<char>(band >> shift & 0xff));
  return value;
}

std::vector<BandHash> bands(std::string_view value) {
  std::vector<BandHash> result(value.size() / sizeof(BandHash));
  for (std::size_t i = 0; i < result.size() * sizeof(BandHash); ++i) {
    BandHash& band = result[i / sizeof(BandHash)];
    band = band << 8 | static_cast<unsigned char>(value[i]);
  }
  return result;
}

}  // namespace assay::schema
