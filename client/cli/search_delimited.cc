// csv and tsv: the same columns, written by other rules.
#include <fmt/core.h>

#include "client/cli/delimited.h"
#include "client/cli/hit_facets.h"
#include "client/cli/search_format.h"
#include "client/cli/snippet.h"

namespace assay::cli {
namespace {

template <RowWriter row>
std::string head(const SearchReply&, const View&) {
  return row({"id", "title", "date", "rating", "councils", "themes", "url", "publisher", "score", "snippet"});
}

template <RowWriter row>
std::string line(const Hit& hit, std::uint64_t, const View&) {
  return row({hit.id, hit.title, hit.date, rating_of(hit.facets).id,
              list_cell(labels_of(hit.facets, kCouncil)), list_cell(ids_of(hit.facets, kTheme)), hit.url,
              hit.publisher, fmt::format("{}", hit.score), snippet_plain(best_snippet(hit))});
}

std::string nothing(const SearchReply&, const View&) { return {}; }

}  // namespace

const SearchFormat kSearchCsv = {
    .name = "csv", .facets = false, .head = head<csv_row>, .hit = line<csv_row>, .tail = nothing};

const SearchFormat kSearchTsv = {
    .name = "tsv", .facets = false, .head = head<tsv_row>, .hit = line<tsv_row>, .tail = nothing};

}  // namespace assay::cli
