// json: one document with a hit on each line; ndjson: the hits alone.
#include "client/cli/hit_fields.h"
#include "client/cli/json.h"
#include "client/cli/search_format.h"

namespace assay::cli {
namespace {

std::string head(const SearchReply& first, const View&) {
  return open_hits({{"format_version", kJsonFormatVersion},
                    {"query", first.canonical_query},
                    {"total", first.total},
                    {"counts", counts_json(first.counts_groups)},
                    {"suggestion", or_null(first.suggestion)}});
}

std::string hit_in_array(const Hit& hit, std::uint64_t number, const View& view) {
  return hit_line(row_json(kHitFields, hit, view), number);
}

std::string tail(const SearchReply& first, const View&) {
  return close_hits({{"facets", facets_json(first.facets)},
                     {"notes", notes_json(first.notes)},
                     {"revision", first.revision}});
}

std::string nothing(const SearchReply&, const View&) { return {}; }

std::string line(const Hit& hit, std::uint64_t, const View& view) {
  return document(row_json(kHitFields, hit, view));
}

}  // namespace

const SearchFormat kSearchJson = {.name = "json",
                                  .facets = true,
                                  .head = head,
                                  .hit = hit_in_array,
                                  .tail = tail,
                                  .shows = Remarks::kAll,
                                  .fields = hit_field_names};

const SearchFormat kSearchNdjson = {.name = "ndjson",
                                    .facets = false,
                                    .head = nothing,
                                    .hit = line,
                                    .tail = nothing,
                                    .fields = hit_field_names};

}  // namespace assay::cli
