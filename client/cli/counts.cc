#include "client/cli/counts.h"

#include <fmt/core.h>

namespace assay::cli {
namespace {

FacetCounts dates(const DateHistogram& histogram) {
  FacetCounts counts{"date", "Date", {}};
  for (const DateCount& bucket : histogram.buckets)
    counts.values.push_back({bucket.start, bucket.label, bucket.count});
  if (histogram.undated > 0) counts.values.push_back({"", "undated", histogram.undated});
  return counts;
}

FacetCounts scores(const std::vector<ScoreBand>& bands) {
  FacetCounts counts{"score", "Overall score", {}};
  for (const ScoreBand& band : bands) {
    const std::string range = fmt::format("{}-{}", band.first, band.last);
    counts.values.push_back({range, fmt::format("{} ({}%)", band.label, range), band.count});
  }
  return counts;
}

}  // namespace

std::vector<FacetCounts> counts_of(const SearchReply& reply) {
  std::vector<FacetCounts> counts = reply.facets;
  if (!reply.histogram.interval.empty()) counts.push_back(dates(reply.histogram));
  if (!reply.score_bands.empty()) counts.push_back(scores(reply.score_bands));
  return counts;
}

}  // namespace assay::cli
