#include "client/cli/history_format.h"

#include <array>

#include "client/cli/event_fields.h"
#include "client/cli/grid.h"
#include "client/cli/json.h"
#include "client/cli/style.h"

namespace assay::cli {
namespace {

std::string print_text(const History& history, const View& screen) {
  if (history.events.empty())
    return fmt::format("No article tells a rating of {}\n", printable(history.label));
  Grid grid{
      .rows = {{"date", "rating", "status", "score", "publisher", "id"}}, .align = "lllrl", .runs_on = true};
  for (const RatingEvent& event : history.events)
    grid.rows.push_back({event.date, event.label, event.rating_status, percentage(event.overall_score),
                         event.publisher, event.id});
  return title_line(screen, history.label) + '\n' + grid_text(grid, screen);
}

std::string print_json(const History& history, const View& view) {
  return document({{"format_version", kJsonFormatVersion},
                   {"council", history.council},
                   {"label", history.label},
                   {"events", rows_json(kEventFields, history.events, view)},
                   {"revision", history.revision}});
}

Table table(const History& history, const View& view) { return table_of(kEventFields, history.events, view); }

std::string print_ndjson(const History& history, const View& view) {
  return rows_ndjson(kEventFields, history.events, view);
}

std::vector<std::string_view> names() { return names_of(kEventFields); }

constexpr Format<History> kText = {.name = "text", .print = print_text};
constexpr Format<History> kJson = {.name = "json", .print = print_json, .fields = names};
constexpr Format<History> kNdjson = {.name = "ndjson", .print = print_ndjson, .fields = names};
constexpr Format<History> kCsv = {.name = "csv", .print = delimited<table, csv_row>, .fields = names};
constexpr Format<History> kTsv = {.name = "tsv", .print = delimited<table, tsv_row>, .fields = names};
constexpr std::array kFormats = {&kText, &kJson, &kNdjson, &kCsv, &kTsv};

}  // namespace

std::span<const Format<History>* const> history_formats() { return kFormats; }

}  // namespace assay::cli
