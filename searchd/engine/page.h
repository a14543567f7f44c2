// Of matches the page that a request wants.
#pragma once

#include <vector>

#include "searchd/engine/matches.h"
#include "searchd/engine/matching.h"
#include "searchd/engine/scorer.h"
#include "searchd/stop.h"

namespace assay::engine {

// `scorer`: null where the order is not by relevance. Throws Failure when it is time to stop.
std::vector<Found> page(const Matches& matches, const MatchOptions& options,
                        const snapshot::Snapshot& snapshot, Scorer* scorer, const Stop& stop);

}  // namespace assay::engine
