#include "client/cli/suggest_format.h"

#include <array>

#include "client/cli/fields.h"
#include "client/cli/grid.h"
#include "client/cli/json.h"

namespace assay::cli {
namespace {

std::string_view name_of(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::kWord:
      return "word";
    case SuggestionKind::kValue:
      return "value";
    case SuggestionKind::kTitle:
      break;
  }
  return "title";
}

std::string print_text(const SuggestReply& reply, const View& screen) {
  if (reply.suggestions.empty()) return "Nothing to suggest\n";
  Grid grid{.rows = {{"kind", "articles", "suggestion", "id"}}, .align = "lrl", .runs_on = true};
  for (const Suggestion& each : reply.suggestions)
    grid.rows.push_back({each.facet.empty() ? std::string(name_of(each.kind)) : each.facet,
                         each.kind == SuggestionKind::kTitle ? "" : std::to_string(each.count), each.text,
                         each.id});
  return grid_text(grid, screen);
}

using boost::json::value;

constexpr std::array<Field<Suggestion>, 5> kFields = {{
    {"kind", [](const Suggestion& each) { return value(name_of(each.kind)); }},
    {"text", [](const Suggestion& each) { return value(each.text); }},
    {"facet", [](const Suggestion& each) { return or_null(each.facet); }},
    {"id", [](const Suggestion& each) { return or_null(each.id); }},
    {"count",
     [](const Suggestion& each) {
       return each.kind == SuggestionKind::kTitle ? value() : value(each.count);
     }},
}};

std::vector<std::string_view> names() { return names_of(kFields); }

std::string print_json(const SuggestReply& reply, const View& view) {
  return document({{"format_version", kJsonFormatVersion},
                   {"suggestions", rows_json(kFields, reply.suggestions, view)},
                   {"revision", reply.revision}});
}

std::string print_ndjson(const SuggestReply& reply, const View& view) {
  return rows_ndjson(kFields, reply.suggestions, view);
}

Table table(const SuggestReply& reply, const View& view) {
  return table_of(kFields, reply.suggestions, view);
}

constexpr Format<SuggestReply> kText = {.name = "text", .print = print_text};
constexpr Format<SuggestReply> kJson = {.name = "json", .print = print_json, .fields = names};
constexpr Format<SuggestReply> kNdjson = {.name = "ndjson", .print = print_ndjson, .fields = names};
constexpr Format<SuggestReply> kCsv = {.name = "csv", .print = delimited<table, csv_row>, .fields = names};
constexpr Format<SuggestReply> kTsv = {.name = "tsv", .print = delimited<table, tsv_row>, .fields = names};
constexpr std::array kFormats = {&kText, &kJson, &kNdjson, &kCsv, &kTsv};

}  // namespace

std::span<const Format<SuggestReply>* const> suggest_formats() { return kFormats; }

}  // namespace assay::cli
