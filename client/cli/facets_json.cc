#include "client/cli/facets_format.h"
#include "client/cli/json.h"

namespace assay::cli {
namespace {

namespace json = boost::json;

json::value histogram_json(const DateHistogram& histogram) {
  if (histogram.interval.empty()) return nullptr;
  json::array buckets;
  for (const DateCount& bucket : histogram.buckets)
    buckets.push_back(
        json::object{{"start", bucket.start}, {"label", bucket.label}, {"count", bucket.count}});
  return json::object{
      {"interval", histogram.interval}, {"buckets", std::move(buckets)}, {"undated", histogram.undated}};
}

json::array score_bands_json(const std::vector<ScoreBand>& bands) {
  json::array array;
  for (const ScoreBand& band : bands)
    array.push_back(json::object{{"first", band.first},
                                 {"last", band.last},
                                 {"rating", band.value},
                                 {"label", band.label},
                                 {"count", band.count}});
  return array;
}

std::string print(const SearchReply& reply, const View&) {
  return document({{"format_version", kJsonFormatVersion},
                   {"query", reply.canonical_query},
                   {"total", reply.total},
                   {"counts", counts_json(reply.counts_groups)},
                   {"suggestion", or_null(reply.suggestion)},
                   {"facets", facets_json(reply.facets)},
                   {"histogram", histogram_json(reply.histogram)},
                   {"score_bands", score_bands_json(reply.score_bands)},
                   {"notes", notes_json(reply.notes)},
                   {"revision", reply.revision}});
}

}  // namespace

const FacetsFormat kFacetsJson = {.name = "json", .print = print, .shows = Remarks::kAll};

}  // namespace assay::cli
