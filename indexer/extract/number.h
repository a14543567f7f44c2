// The numbers that a word tells.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace assay::extract {

// The number that the text is, in decimal digits and nothing else.
inline std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "3", "three", "threes"; 0 for any other word and for none.
int small_number(std::string_view word);

// 1 for "january" and "jan", 0 for a word that is no month.
int month(std::string_view word);

}  // namespace assay::extract
