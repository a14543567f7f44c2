// The first line of a CSV file: which column is which.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::read {

struct CsvHeader {
  char delimiter;                    // comma, semicolon or tab
  std::vector<std::string> columns;  // in lower case
};

// A header names "text" and another field or facet of articles, or three of them; prose does not.
std::optional<CsvHeader> csv_header(std::string_view line);

}  // namespace assay::read
