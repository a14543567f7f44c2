// What the rules say of one place in the text: a facet value concluded, or refused with the reason.
#pragma once

#include <cstddef>
#include <string>

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

}  // namespace assay::extract
