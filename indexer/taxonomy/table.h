// The form of every taxonomy file: lines of cells separated by tabs; empty lines and # lines do not count.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay::taxonomy {

struct Row {
  std::size_t line = 0;  // from 1
  std::vector<std::string> cells;
};

// Every row has `columns` cells; absent ones at a row's end are empty. Throws TaxonomyError naming
// `file` and the line when a row has more, or when its first cell is empty.
std::vector<Row> read_table(const std::string& file, std::string_view content, std::size_t columns);

std::vector<std::string> split(std::string_view text, char separator);  // empty text gives no part

}  // namespace assay::taxonomy
