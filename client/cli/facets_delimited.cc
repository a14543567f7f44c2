// csv, tsv and ndjson: a row for each value of each facet.
#include <array>

#include "client/cli/counts.h"
#include "client/cli/facets_format.h"
#include "client/cli/fields.h"
#include "client/cli/json.h"

namespace assay::cli {
namespace {

using boost::json::value;

struct ValueRow {
  std::string facet;
  FacetCount count;
};

constexpr std::array<Field<ValueRow>, 6> kFields = {{
    {"facet", [](const ValueRow& row) { return value(row.facet); }},
    {"value", [](const ValueRow& row) { return value(row.count.value); }},
    {"label", [](const ValueRow& row) { return value(row.count.label); }},
    {"count", [](const ValueRow& row) { return value(row.count.count); }},
    {"selected", [](const ValueRow& row) { return value(row.count.selected); }},
    {"parents", [](const ValueRow& row) { return value(parents_json(row.count.parents)); }, Shown::kJson},
}};

std::vector<std::string_view> names() { return names_of(kFields); }

std::vector<ValueRow> rows_of(const SearchReply& reply) {
  std::vector<ValueRow> rows;
  for (const FacetCounts& facet : counts_of(reply))
    for (const FacetCount& each : facet.values) rows.push_back({facet.facet, each});
  return rows;
}

Table table(const SearchReply& reply, const View& view) { return table_of(kFields, rows_of(reply), view); }

std::string print_ndjson(const SearchReply& reply, const View& view) {
  return rows_ndjson(kFields, rows_of(reply), view);
}

}  // namespace

const FacetsFormat kFacetsNdjson = {.name = "ndjson", .print = print_ndjson, .fields = names};
const FacetsFormat kFacetsCsv = {.name = "csv", .print = delimited<table, csv_row>, .fields = names};
const FacetsFormat kFacetsTsv = {.name = "tsv", .print = delimited<table, tsv_row>, .fields = names};

}  // namespace assay::cli
