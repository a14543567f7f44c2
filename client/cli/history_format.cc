#include "client/cli/history_format.h"

#include <array>

#include "client/cli/delimited.h"
#include "client/cli/grid.h"
#include "client/cli/json.h"
#include "client/cli/style.h"

namespace assay::cli {
namespace {

std::string print_text(const History& history, const Screen& screen) {
  if (history.events.empty())
    return fmt::format("No article tells a rating of {}\n", printable(history.label));
  Grid grid{
      .rows = {{"date", "rating", "status", "score", "publisher", "id"}}, .align = "lllrl", .runs_on = true};
  for (const RatingEvent& event : history.events)
    grid.rows.push_back({event.date, event.label, event.rating_status, percentage(event.overall_score),
                         event.publisher, event.id});
  return title_line(screen, history.label) + '\n' + grid_text(grid, screen);
}

std::string print_json(const History& history, const Screen&) {
  boost::json::array events;
  for (const RatingEvent& event : history.events) events.push_back(event_json(event));
  return document({{"format_version", kJsonFormatVersion},
                   {"council", history.council},
                   {"label", history.label},
                   {"events", std::move(events)},
                   {"revision", history.revision}});
}

Table table(const History& history) {
  Table rows = {
      {"date", "rating", "rating_status", "overall_score", "id", "title", "url", "publisher", "copies"}};
  for (const RatingEvent& event : history.events)
    rows.push_back({event.date, event.rating, event.rating_status, score_cell(event.overall_score), event.id,
                    event.title, event.url, event.publisher, std::to_string(event.copies)});
  return rows;
}

constexpr Format<History> kText = {.name = "text", .print = print_text};
constexpr Format<History> kJson = {.name = "json", .print = print_json};
constexpr Format<History> kCsv = {.name = "csv", .print = delimited<table, csv_row>};
constexpr Format<History> kTsv = {.name = "tsv", .print = delimited<table, tsv_row>};
constexpr std::array kFormats = {&kText, &kJson, &kCsv, &kTsv};

}  // namespace

std::span<const Format<History>* const> history_formats() { return kFormats; }

}  // namespace assay::cli
