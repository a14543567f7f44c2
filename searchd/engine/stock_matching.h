// Matching by Xapian's own matcher: slower, and the oracle of the other.
#pragma once

#include "searchd/engine/matching.h"

namespace assay::engine {

// As matching().
std::unique_ptr<Matching> stock_matching(const Reader& reader, const query::PlanNode& root,
                                         const std::vector<query::Filter>& filters, const Stop& stop);

}  // namespace assay::engine
