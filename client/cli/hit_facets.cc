#include "client/cli/hit_facets.h"

#include <algorithm>

namespace assay::cli {
namespace {

const FacetValues& find(const std::vector<FacetValues>& facets, std::string_view name) {
  static const FacetValues kEmpty;
  const auto found = std::ranges::find(facets, name, &FacetValues::facet);
  return found == facets.end() ? kEmpty : *found;
}

}  // namespace

Rating rating_of(const std::vector<FacetValues>& facets) {
  const FacetValues& rating = find(facets, kRating);
  if (rating.ids.empty() || rating.ids.front() == kNoRating) return {};
  return {rating.ids.front(), rating.labels.front()};
}

std::vector<std::string> labels_of(const std::vector<FacetValues>& facets, std::string_view facet) {
  return find(facets, facet).labels;
}

std::vector<std::string> ids_of(const std::vector<FacetValues>& facets, std::string_view facet) {
  return find(facets, facet).ids;
}

}  // namespace assay::cli
