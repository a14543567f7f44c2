// Numbers as scores are told: in digits, in words, as a distance.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/extract/document.h"

namespace assay::extract {

// "59.5" is two words, and no score of this scheme.
bool is_decimal(const Document& document, std::size_t at);

// A number in words or digits, less than `all`: how far off the next grade.
std::optional<int> distance_of(const std::string& word, int all);

// 60 for "sixty", 0 for what is no such word.
int tens(const std::string& word);

struct NumberAt {
  std::optional<int> value;
  std::size_t tokens = 1;
};

// "62", "sixty-two", "sixty two".
NumberAt number_at(const Document& document, const Sentence& sentence, std::size_t at);

}  // namespace assay::extract
