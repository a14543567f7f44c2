// What the rules say of one place in the text: a facet value concluded, or refused with the reason.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "indexer/extract/document.h"

namespace assay::extract {

struct Finding {
  std::string facet;         // or the field "date" or "score"
  std::string value;         // id
  std::size_t sentence = 0;  // of Document::sentences
  std::size_t begin = 0;     // bytes of Document::text: the words that the finding is about
  std::size_t end = 0;
  int strength = 0;     // of a conclusion: how plainly it is said
  std::string refused;  // why not; empty: concluded
};

// About the words `at`.
inline Finding finding_at(const Document& document, std::string facet, std::string value,
                          std::size_t sentence, TokenRange at, int strength, std::string refused) {
  return {std::move(facet),
          std::move(value),
          sentence,
          document.tokens[at.first].begin,
          document.tokens[at.last - 1].end,
          strength,
          std::move(refused)};
}

}  // namespace assay::extract
