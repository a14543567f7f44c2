// csv and tsv: a row for each value of each facet.
#include "client/cli/counts.h"
#include "client/cli/delimited.h"
#include "client/cli/facets_format.h"

namespace assay::cli {
namespace {

Table table(const SearchReply& reply) {
  Table rows = {{"facet", "value", "label", "count", "selected"}};
  for (const FacetCounts& facet : counts_of(reply))
    for (const FacetCount& value : facet.values)
      rows.push_back({facet.facet, value.value, value.label, std::to_string(value.count),
                      value.selected ? "true" : "false"});
  return rows;
}

}  // namespace

const FacetsFormat kFacetsCsv = {.name = "csv", .print = delimited<table, csv_row>};
const FacetsFormat kFacetsTsv = {.name = "tsv", .print = delimited<table, tsv_row>};

}  // namespace assay::cli
