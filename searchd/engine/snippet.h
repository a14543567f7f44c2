// The part of an article that shows best why it matches.
#pragma once

#include <cstddef>
#include <memory>
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
  std::size_t offset = 0;                      // of the snippet in the article's text, in bytes
};

// Finds the best snippets of one text after another. Thread-safe.
class SnippetFinder {
 public:
  // Up to `count` windows of about 30 words that do not overlap, those with the most different highlights
  // first. Marks are those of whole highlights only: of a phrase the phrase, never a single word of it;
  // phrases beside NEAR are marked one by one. Without any highlight, the text's beginning alone.
  SnippetFinder(const std::vector<query::Highlight>& highlights, std::size_t count);
  ~SnippetFinder();

  std::vector<Snippet> best(std::string_view text) const;

 private:
  struct Impl;
  const std::unique_ptr<const Impl> impl_;  // null: none are wanted
};

}  // namespace assay::engine
