#include "client/cli/pivot_format.h"

#include <array>

#include "client/cli/delimited.h"
#include "client/cli/grid.h"
#include "client/cli/json.h"
#include "client/cli/summary.h"

namespace assay::cli {
namespace {

// The totals stand before the cells, where no narrow screen cuts them off.
std::string print_text(const PivotReply& reply, const View& screen) {
  std::string text = total_text(reply.total, reply.counts_groups) + '\n';
  if (reply.total == 0) return text;
  const std::string total = reply.counts_groups ? "groups" : "articles";
  Cells head = {reply.rows.label, total}, sums = {total, std::to_string(reply.total)};
  for (const FacetCount& column : reply.columns.values) {
    head.push_back(column.label);
    sums.push_back(std::to_string(column.count));
  }
  Grid grid{.rows = {std::move(head), std::move(sums)}, .align = "lr"};
  for (std::size_t i = 0; i < reply.rows.values.size(); ++i) {
    Cells row = {reply.rows.values[i].label, std::to_string(reply.rows.values[i].count)};
    for (const std::uint64_t cell : reply.cells[i]) row.push_back(cell == 0 ? "." : std::to_string(cell));
    grid.rows.push_back(std::move(row));
  }
  return text + '\n' + grid_text(grid, screen);
}

std::string print_json(const PivotReply& reply, const View&) {
  boost::json::array cells;
  for (const auto& row : reply.cells) cells.push_back(boost::json::array(row.begin(), row.end()));
  return document({{"format_version", kJsonFormatVersion},
                   {"query", reply.canonical_query},
                   {"total", reply.total},
                   {"counts", counts_json(reply.counts_groups)},
                   {"rows", facet_json(reply.rows)},
                   {"columns", facet_json(reply.columns)},
                   {"cells", std::move(cells)},
                   {"notes", notes_json(reply.notes)},
                   {"revision", reply.revision}});
}

Table table(const PivotReply& reply, const View&) {
  Table rows = {{reply.rows.facet, "label", "count"}};
  for (const FacetCount& column : reply.columns.values) rows.front().push_back(column.value);
  for (std::size_t i = 0; i < reply.rows.values.size(); ++i) {
    const FacetCount& value = reply.rows.values[i];
    rows.push_back({value.value, value.label, std::to_string(value.count)});
    for (const std::uint64_t cell : reply.cells[i]) rows.back().push_back(std::to_string(cell));
  }
  return rows;
}

constexpr Format<PivotReply> kText = {.name = "text", .print = print_text};
constexpr Format<PivotReply> kJson = {.name = "json", .print = print_json, .shows = Remarks::kAll};
constexpr Format<PivotReply> kCsv = {.name = "csv", .print = delimited<table, csv_row>};
constexpr Format<PivotReply> kTsv = {.name = "tsv", .print = delimited<table, tsv_row>};
constexpr std::array kFormats = {&kText, &kJson, &kCsv, &kTsv};

}  // namespace

std::span<const Format<PivotReply>* const> pivot_formats() { return kFormats; }

}  // namespace assay::cli
