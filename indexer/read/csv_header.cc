#include "indexer/read/csv_header.h"

#include <algorithm>

#include "indexer/read/csv_records.h"
#include "indexer/read/fold.h"
#include "indexer/read/metadata.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

constexpr std::size_t kMaxHeaderBytes = 4096;

std::vector<std::string> columns_of(std::string_view line, char delimiter) {
  BufferedInput input(open_memory(line));
  CsvRecords records(input, delimiter);
  std::vector<std::string> cells;
  try {
    if (!records.next(cells)) return {};
  } catch (const ReadError&) {
    return {};  // prose with a quote in it
  }
  for (std::string& cell : cells) cell = lower(folded(cell));
  return cells;
}

}  // namespace

std::optional<CsvHeader> csv_header(std::string_view line) {
  if (line.size() > kMaxHeaderBytes) return std::nullopt;
  for (const char delimiter : {',', ';', '\t'}) {
    const std::vector<std::string> columns = columns_of(line, delimiter);
    const auto known =
        std::ranges::count_if(columns, [](const auto& name) { return is_field(name) || is_facet_key(name); });
    const bool has_text = std::ranges::find(columns, "text") != columns.end();
    if (known >= (has_text ? 2 : 3)) return CsvHeader{delimiter, columns};
  }
  return std::nullopt;
}

}  // namespace assay::read
