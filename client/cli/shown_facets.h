// The facets by which people narrow a search.
#pragma once

#include <vector>

#include "client/assay.h"

namespace assay::cli {

// Rating, council and theme, as far as they were counted, with their values by falling count, none without
// articles.
std::vector<FacetCounts> shown_facets(const SearchReply& reply);

// As many of a facet's values are named below hits.
inline constexpr std::size_t kNamedValues = 5;

}  // namespace assay::cli
