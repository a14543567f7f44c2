// csv and tsv: a row for each value of each facet.
#include "client/cli/delimited.h"
#include "client/cli/facets_format.h"

namespace assay::cli {
namespace {

template <RowWriter row>
std::string print(const SearchReply& reply, const Screen&) {
  std::string text = row({"facet", "value", "label", "count", "selected"});
  for (const FacetCounts& facet : reply.facets)
    for (const FacetCount& value : facet.values)
      text += row({facet.facet, value.value, value.label, std::to_string(value.count),
                   value.selected ? "true" : "false"});
  return text;
}

}  // namespace

const FacetsFormat kFacetsCsv = {.name = "csv", .carries_notes = false, .print = print<csv_row>};
const FacetsFormat kFacetsTsv = {.name = "tsv", .carries_notes = false, .print = print<tsv_row>};

}  // namespace assay::cli
