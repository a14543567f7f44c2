// Matching by sets of documents, columns and postings in memory: first the set, of which totals and counts
// follow, then the order of what the set holds.
#pragma once

#include "searchd/engine/matching.h"

namespace assay::engine {

// As matching(), for a reader that has a snapshot.
std::unique_ptr<Matching> snapshot_matching(const Reader& reader, const query::PlanNode& root,
                                            const std::vector<query::Filter>& filters, const Stop& stop);

}  // namespace assay::engine
