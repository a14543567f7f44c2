// csv and tsv: the same columns, written by other rules.
#include "client/cli/hit_fields.h"
#include "client/cli/search_format.h"

namespace assay::cli {
namespace {

template <RowWriter row>
std::string head(const SearchReply&, const View& view) {
  return row(head_cells(kHitFields, view));
}

template <RowWriter row>
std::string line(const Hit& hit, std::uint64_t, const View& view) {
  return row(row_cells(kHitFields, hit, view));
}

std::string nothing(const SearchReply&, const View&) { return {}; }

}  // namespace

const SearchFormat kSearchCsv = {.name = "csv",
                                 .facets = false,
                                 .head = head<csv_row>,
                                 .hit = line<csv_row>,
                                 .tail = nothing,
                                 .fields = hit_field_names};

const SearchFormat kSearchTsv = {.name = "tsv",
                                 .facets = false,
                                 .head = head<tsv_row>,
                                 .hit = line<tsv_row>,
                                 .tail = nothing,
                                 .fields = hit_field_names};

}  // namespace assay::cli
