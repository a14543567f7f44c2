#include "client/cli/compare_format.h"

#include <algorithm>
#include <array>

#include "client/cli/compare_text.h"
#include "client/cli/delimited.h"
#include "client/cli/hit_facets.h"
#include "client/cli/json.h"

namespace assay::cli {
namespace {

std::string print_json(const Comparison& comparison, const Screen&) {
  boost::json::array councils;
  for (const CouncilSummary& council : comparison.councils)
    councils.push_back(boost::json::object{
        {"council", council.council},
        {"label", council.label},
        {"articles", council.articles},
        {"latest", council.latest ? boost::json::value(event_json(*council.latest)) : nullptr},
        {"overall_score", or_null(council.overall_score)},
        {"statement_scores", scores_json(council.statement_scores)},
        {"facets", facets_json(council.facets)}});
  return document({{"format_version", kJsonFormatVersion},
                   {"councils", std::move(councils)},
                   {"revision", comparison.revision}});
}

std::string pair_cell(const std::string& name, std::uint64_t number) {
  return name + '=' + std::to_string(number);
}

std::string scores_cell(const CouncilSummary& council) {
  std::vector<std::string> pairs;
  for (const auto& [statement, score] : council.statement_scores)
    pairs.push_back(pair_cell(statement, score));
  return list_cell(pairs);
}

std::string counts_cell(const CouncilSummary& council, std::string_view facet) {
  std::vector<std::string> pairs;
  const auto counts = std::ranges::find(council.facets, facet, &FacetCounts::facet);
  if (counts == council.facets.end()) return {};
  for (const FacetCount& value : counts->values)
    if (value.count > 0) pairs.push_back(pair_cell(value.value, value.count));
  return list_cell(pairs);
}

Table table(const Comparison& comparison) {
  Table rows = {{"council", "label", "articles", "rating", "rating_status", "date", "id", "overall_score",
                 "statement_scores", "ratings", "themes"}};
  for (const CouncilSummary& council : comparison.councils) {
    const RatingEvent latest = council.latest.value_or(RatingEvent());
    rows.push_back({council.council, council.label, std::to_string(council.articles), latest.rating,
                    latest.rating_status, latest.date, latest.id, score_cell(council.overall_score),
                    scores_cell(council), counts_cell(council, kRating), counts_cell(council, kTheme)});
  }
  return rows;
}

constexpr Format<Comparison> kText = {.name = "text", .print = compare_text};
constexpr Format<Comparison> kJson = {.name = "json", .print = print_json};
constexpr Format<Comparison> kCsv = {.name = "csv", .print = delimited<table, csv_row>};
constexpr Format<Comparison> kTsv = {.name = "tsv", .print = delimited<table, tsv_row>};
constexpr std::array kFormats = {&kText, &kJson, &kCsv, &kTsv};

}  // namespace

std::span<const Format<Comparison>* const> compare_formats() { return kFormats; }

}  // namespace assay::cli
