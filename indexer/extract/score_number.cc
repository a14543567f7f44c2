#include "indexer/extract/score_number.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/extract/number.h"

namespace assay::extract {

bool is_decimal(const Document& document, std::size_t at) {
  const Token& token = document.tokens[at];
  const auto digit = [&](std::size_t byte) {
    return byte < document.text.size() && document.text[byte] >= '0' && document.text[byte] <= '9';
  };
  return (document.after(token) == '.' && digit(token.end + 1)) ||
         (token.begin > 1 && document.before(token) == '.' && digit(token.begin - 2)) ||
         (token.begin > 1 && document.before(token) == ',' && digit(token.begin - 2));
}

std::optional<int> distance_of(const std::string& word, int all) {
  static constexpr std::array<std::string_view, 13> kWords = {
      "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  if (const auto digits = number(word)) return *digits < all ? digits : std::nullopt;
  const auto found = std::find(kWords.begin(), kWords.end(), word);
  if (found == kWords.end()) return std::nullopt;
  return std::max<int>(1, static_cast<int>(found - kWords.begin()));
}

int tens(const std::string& word) {
  static constexpr std::array<std::string_view, 8> kWords = {"twenty", "thirty",  "forty",  "fifty",
                                                             "sixty",  "seventy", "eighty", "ninety"};
  if (word.size() < 5 || word.size() > 7 || !word.ends_with("ty")) return 0;
  const auto found = std::find(kWords.begin(), kWords.end(), word);
  return found == kWords.end() ? 0 : static_cast<int>(found - kWords.begin() + 2) * 10;
}

NumberAt number_at(const Document& document, const Sentence& sentence, std::size_t at) {
  if (const auto digits = number(document.tokens[at].word)) return {digits, 1};
  const int ten = tens(document.tokens[at].word);
  if (ten == 0) return {};
  const int unit = at + 1 < sentence.tokens.last ? small_number(document.tokens[at + 1].word) : 0;
  return unit > 0 ? NumberAt{ten + unit, 2} : NumberAt{ten, 1};
}

}  // namespace assay::extract
