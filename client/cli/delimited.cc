#include "client/cli/delimited.h"

#include <fmt/ranges.h>

#include <string_view>

namespace assay::cli {
namespace {

std::string csv_cell(std::string_view text) {
  constexpr std::string_view kStartsFormula = "=+-@\t\r";
  std::string cell;
  if (!text.empty() && kStartsFormula.find(text.front()) != std::string_view::npos) cell += '\'';
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string row(const Cells& cells, std::string (*write)(std::string_view), char delimiter) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += delimiter;
    line += write(cell);
  }
  return line + '\n';
}

}  // namespace

std::string csv_row(const Cells& cells) { return row(cells, csv_cell, ','); }

std::string tsv_row(const Cells& cells) { return row(cells, printable, '\t'); }

std::string list_cell(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, "; "));
}

std::string score_cell(std::uint32_t score) { return score == 0 ? "" : std::to_string(score); }

}  // namespace assay::cli
