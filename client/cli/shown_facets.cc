#include "client/cli/shown_facets.h"

#include <algorithm>
#include <array>

#include "client/cli/hit_facets.h"

namespace assay::cli {

std::vector<FacetCounts> shown_facets(const SearchReply& reply) {
  std::vector<FacetCounts> shown;
  for (const std::string_view name : {kRating, kCouncil, kTheme}) {
    const auto found = std::ranges::find(reply.facets, name, &FacetCounts::facet);
    if (found == reply.facets.end()) continue;
    FacetCounts facet = *found;
    std::erase_if(facet.values, [](const FacetCount& value) { return value.count == 0; });
    std::ranges::stable_sort(facet.values, std::ranges::greater(), &FacetCount::count);
    if (!facet.values.empty()) shown.push_back(std::move(facet));
  }
  return shown;
}

}  // namespace assay::cli
