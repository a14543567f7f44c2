// Rows of delimited text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client/cli/view.h"

namespace assay::cli {

using Cells = std::vector<std::string>;
using Table = std::vector<Cells>;  // the first row is the head
using RowWriter = std::string (*)(const Cells& cells);

// RFC 4180 quoting, ended by a newline. A cell that a spreadsheet would run as a formula (it begins with
// = + - @, a tab or a carriage return) gets a leading apostrophe.
std::string csv_row(const Cells& cells);

// Tabs, newlines and other control characters become spaces; ended by a newline. Nothing is quoted.
std::string tsv_row(const Cells& cells);

// The values of a cell that holds a list.
std::string list_cell(const std::vector<std::string>& values);

// The score; empty for 0.
std::string score_cell(std::uint32_t score);

// Prints the table that `table` makes of a reply; what a Format wants.
template <auto table, RowWriter row, typename Reply>
std::string delimited(const Reply& reply, const View& view) {
  std::string text;
  for (const Cells& cells : table(reply, view)) text += row(cells);
  return text;
}

}  // namespace assay::cli
