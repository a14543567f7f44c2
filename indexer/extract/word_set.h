// A few words that a rule asks for at many places of a text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace assay::extract {

// Of literals. Most other words are told by their first letter and length.
class WordSet {
 public:
  WordSet(std::initializer_list<std::string_view> words) : words_(words) {
    for (const std::string_view word : words) shapes_ |= shape(word);
  }
  bool contains(std::string_view word) const {
    return (shapes_ & shape(word)) != 0 && std::find(words_.begin(), words_.end(), word) != words_.end();
  }

 private:
  static std::uint64_t shape(std::string_view word) {
    return word.empty() ? 0
                        : std::uint64_t{1} << ((static_cast<unsigned char>(word[0]) + 26 * word.size()) % 64);
  }

  std::vector<std::string_view> words_;
  std::uint64_t shapes_ = 0;
};

}  // namespace assay::extract
