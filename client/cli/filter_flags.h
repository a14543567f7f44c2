// The flags that choose by facets.
#pragma once

#include <vector>

#include "client/assay.h"

namespace CLI {
class App;
}

namespace assay::cli {

// --rating and its like, and --filter FACET=VALUE for any facet. All values of a facet are one choice.
void add_filter_flags(CLI::App& app, std::vector<FacetFilter>& filters);

}  // namespace assay::cli
