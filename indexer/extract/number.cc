#include "indexer/extract/number.h"

#include <algorithm>
#include <array>

namespace assay::extract {
namespace {

constexpr std::size_t kLongestNumber = 6;  // letters of "sevens"

}  // namespace

int small_number(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kWords = {"none", "one", "two",   "three", "four",
                                                              "five", "six", "seven", "eight", "nine"};
  if (word.empty() || word.size() > kLongestNumber) return 0;
  if (word[0] >= '0' && word[0] <= '9') return number(word).value_or(0);
  if (word.ends_with('s')) word.remove_suffix(1);
  const auto found = std::find(kWords.begin() + 1, kWords.end(), word);
  return found == kWords.end() ? 0 : static_cast<int>(found - kWords.begin());
}

int month(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word == "sept") return 9;
  const auto found = std::find_if(kMonths.begin(), kMonths.end(), [&](std::string_view month) {
    return word == month || word == month.substr(0, 3);
  });
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

}  // namespace assay::extract
