// Rows of delimited text.
#pragma once

#include <string>
#include <vector>

namespace assay::cli {

using Cells = std::vector<std::string>;
using RowWriter = std::string (*)(const Cells& cells);

// RFC 4180 quoting, ended by a newline. A cell that a spreadsheet would run as a formula (it begins with
// = + - @, a tab or a carriage return) gets a leading apostrophe.
std::string csv_row(const Cells& cells);

// Tabs, newlines and other control characters become spaces; ended by a newline. Nothing is quoted.
std::string tsv_row(const Cells& cells);

// The values of a cell that holds a list.
std::string list_cell(const std::vector<std::string>& values);

}  // namespace assay::cli
