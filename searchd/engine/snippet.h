// The part of an article that shows best why it matches.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/query/plan.h"

namespace assay::engine {

// Bytes [begin, end) of Snippet::text.
struct Mark {
  std::size_t begin = 0, end = 0;
};

struct Snippet {
  std::string text;  // of the article, line breaks turned to blanks; plain, not escaped
  std::vector<Mark> marks;
  bool cut_before = false, cut_after = false;  // the article goes on there
};

// The window of about 30 words with the most different highlights. Marks are those of whole highlights only:
// of a phrase the phrase, never a single word of it; phrases beside NEAR are marked one by one. Without any
// highlight in it, the text's beginning.
Snippet snippet(std::string_view text, const std::vector<query::Highlight>& highlights);

}  // namespace assay::engine
