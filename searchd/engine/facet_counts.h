// Counts of matches -> what is shown of each facet's values, of days, of score bands.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "indexer/schema/schema.h"
#include "searchd/engine/matching.h"
#include "searchd/engine/result.h"

namespace assay::engine {

// `selected`: ordinals that the request chose. With `prefix` (folded words) only values with a name in which
// a word begins so.
FacetCounts facet_counts(const schema::Facet& facet, const OrdinalCounts& matches,
                         const std::set<schema::Ordinal>& selected, std::string_view prefix = "");

// `interval`: month, quarter or year, else Failure (kInvalid). `dates` as in the date slot, `total` all
// matches.
DateHistogram date_histogram(const std::string& interval, const ValueCounts& dates, std::uint64_t total);

// `scores` as in the score slot.
std::vector<ScoreBandCount> score_bands(const schema::Schema& schema, const ValueCounts& scores);

}  // namespace assay::engine
