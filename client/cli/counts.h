// All that an answer counts, as counts of facets.
#pragma once

#include <vector>

#include "client/assay.h"

namespace assay::cli {

// The facets; behind them the histogram as the facet "date" (values: first days) and the score bands as the
// facet "score" (values: 63-87), where they were asked for.
std::vector<FacetCounts> counts_of(const SearchReply& reply);

}  // namespace assay::cli
