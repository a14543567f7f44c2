// Plan -> Xapian query.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/schema/schema.h"
#include "searchd/query/plan.h"
#include "searchd/stop.h"

namespace assay::engine {

// The node and `stop`, at which a match is given up, must outlive the query.
Xapian::Query compile(const query::PlanNode& node, const Stop& stop);

// Every document that has none of the terms; weighs nothing.
Xapian::Query without_any(const std::vector<std::string>& terms);

// `base` narrowed by the filters, except the one on `left_out` (empty: by all of them).
Xapian::Query narrowed(const Xapian::Query& base, const std::vector<query::Filter>& filters,
                       const schema::Schema& schema, const std::string& left_out);

}  // namespace assay::engine
