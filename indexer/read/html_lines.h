// Text as it comes, element by element -> the lines of a page.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/read/fold.h"
#include "indexer/read/html_page.h"

namespace assay::read {

// Adds to the page, which must outlive it.
class LineBuilder {
 public:
  explicit LineBuilder(Page& page) : page_(page) {}

  // Goes on with the line in hand, or begins one. Text that is more doubtful than its line is left out of
  // it (a "Share" within a sentence).
  void add(std::string_view text, const Place& place);
  void end_line();

  // Rows may be nested. What is in the cells of a short one becomes one line, with bars between them.
  void begin_row();
  void begin_cell();
  void end_row();

 private:
  struct Row {
    std::size_t first;               // line of the page
    std::vector<std::size_t> cells;  // the lines that begin them
  };
  bool line_is_empty() const { return page_.text.size() == begin_; }

  Page& page_;
  Folder folder_;
  std::size_t begin_ = 0;  // of the line in hand, at the end of the page's text
  Place place_;            // of the line in hand
  std::vector<Row> rows_;  // the innermost last
};

}  // namespace assay::read
