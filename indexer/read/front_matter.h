// The YAML between two lines of "---" at the top of a file.
#pragma once

#include <string>
#include <string_view>

#include "indexer/read/article.h"

namespace assay::read {

struct FrontMatter {
  std::string_view yaml;  // empty: the file has none
  std::string_view body;  // what follows, or all
};

// Front matter begins with the file, is at most kSniffBytes long and looks like "key: value"; anything
// else between rules is text. The views point into `text`.
FrontMatter split_front_matter(std::string_view text);

// Takes the fields and facets that the YAML states. Throws ReadError, with the line in the file.
void read_front_matter(std::string_view yaml, Article& article);

}  // namespace assay::read
