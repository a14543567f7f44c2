#include "client/cli/compare_format.h"

#include <algorithm>
#include <array>

#include "client/cli/compare_text.h"
#include "client/cli/event_fields.h"
#include "client/cli/hit_facets.h"
#include "client/cli/json.h"

namespace assay::cli {
namespace {

using boost::json::value;

const RatingEvent& latest(const CouncilSummary& council) {
  static const RatingEvent kNone;
  return council.latest ? *council.latest : kNone;
}

// Its values with any article, each with their number.
value counts(const CouncilSummary& council, std::string_view facet) {
  boost::json::object object;
  const auto found = std::ranges::find(council.facets, facet, &FacetCounts::facet);
  if (found != council.facets.end())
    for (const FacetCount& each : found->values)
      if (each.count > 0) object[each.value] = each.count;
  return object;
}

value latest_json(const CouncilSummary& council) {
  return council.latest ? value(row_json(kEventFields, *council.latest)) : value();
}

// A table tells the latest rating in columns of its own.
constexpr std::array<Field<CouncilSummary>, 13> kFields = {{
    {"council", [](const CouncilSummary& council) { return value(council.council); }},
    {"label", [](const CouncilSummary& council) { return value(council.label); }},
    {"articles", [](const CouncilSummary& council) { return value(council.articles); }},
    {"latest", latest_json, Shown::kJson},
    {"rating", [](const CouncilSummary& council) { return or_null(latest(council).rating); }, Shown::kTables},
    {"rating_status", [](const CouncilSummary& council) { return or_null(latest(council).rating_status); },
     Shown::kTables},
    {"date", [](const CouncilSummary& council) { return or_null(latest(council).date); }, Shown::kTables},
    {"id", [](const CouncilSummary& council) { return or_null(latest(council).id); }, Shown::kTables},
    {"overall_score", [](const CouncilSummary& council) { return or_null(council.overall_score); }},
    {"statement_scores",
     [](const CouncilSummary& council) { return value(scores_json(council.statement_scores)); }},
    {"ratings", [](const CouncilSummary& council) { return counts(council, kRating); }, Shown::kTables},
    {"themes", [](const CouncilSummary& council) { return counts(council, kTheme); }, Shown::kTables},
    {"facets", [](const CouncilSummary& council) { return value(facets_json(council.facets)); },
     Shown::kJson},
}};

std::vector<std::string_view> names() { return names_of(kFields); }

Table table(const Comparison& comparison, const View& view) {
  return table_of(kFields, comparison.councils, view);
}

std::string print_json(const Comparison& comparison, const View& view) {
  return document({{"format_version", kJsonFormatVersion},
                   {"councils", rows_json(kFields, comparison.councils, view)},
                   {"revision", comparison.revision}});
}

std::string print_ndjson(const Comparison& comparison, const View& view) {
  return rows_ndjson(kFields, comparison.councils, view);
}

std::string print_text(const Comparison& comparison, const View& view) {
  return compare_text(comparison, view);
}

constexpr Format<Comparison> kText = {.name = "text", .print = print_text};
constexpr Format<Comparison> kJson = {.name = "json", .print = print_json, .fields = names};
constexpr Format<Comparison> kNdjson = {.name = "ndjson", .print = print_ndjson, .fields = names};
constexpr Format<Comparison> kCsv = {.name = "csv", .print = delimited<table, csv_row>, .fields = names};
constexpr Format<Comparison> kTsv = {.name = "tsv", .print = delimited<table, tsv_row>, .fields = names};
constexpr std::array kFormats = {&kText, &kJson, &kNdjson, &kCsv, &kTsv};

}  // namespace

std::span<const Format<Comparison>* const> compare_formats() { return kFormats; }

}  // namespace assay::cli
