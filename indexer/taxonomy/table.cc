#include "indexer/taxonomy/table.h"

#include "indexer/taxonomy/taxonomy.h"

namespace assay::taxonomy {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
    if (text.empty()) parts.emplace_back();
  }
  return parts;
}

std::vector<Row> read_table(const std::string& file, std::string_view content, std::size_t columns) {
  std::vector<Row> rows;
  std::size_t number = 0;
  for (const std::string& line : split(content, '\n')) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    Row row{number, split(line, '\t')};
    const auto fail = [&](const std::string& what) {
      throw TaxonomyError(file + ":" + std::to_string(number) + ": " + what);
    };
    if (row.cells.size() > columns)
      fail("has " + std::to_string(row.cells.size()) + " columns, not " + std::to_string(columns));
    if (row.cells.empty() || row.cells[0].empty()) fail("its first column is empty");
    row.cells.resize(columns);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace assay::taxonomy
