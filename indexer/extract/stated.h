// Facets that an article states itself, in the taxonomy's ids.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/read/article.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::extract {

// Values may be ids, labels or names, in any case. Throws std::invalid_argument for a facet the taxonomy does
// not have, and for a value that a closed facet does not have. An empty list of values states "none".
std::map<std::string, std::vector<std::string>> stated_facets(const read::Article& article,
                                                              const taxonomy::Taxonomy& taxonomy);

// The id that an open facet gives to a new label: lower case, words joined by hyphens.
std::string slug(std::string_view label);

}  // namespace assay::extract
