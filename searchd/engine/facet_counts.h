// Counts of distinct ordinal sets -> counts per facet value.
#pragma once

#include <map>
#include <set>
#include <string>

#include "indexer/schema/schema.h"
#include "searchd/engine/engine.h"

namespace assay::engine {

// `sets`: slot value -> number of matches that have it. `selected`: ordinals that the request chose.
FacetCounts facet_counts(const schema::Facet& facet, const std::map<std::string, std::uint64_t>& sets,
                         const std::set<schema::Ordinal>& selected);

}  // namespace assay::engine
