// Plan -> Xapian query.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/schema/schema.h"
#include "searchd/engine/lifts.h"
#include "searchd/query/plan.h"
#include "searchd/stop.h"

namespace assay::engine {

// The node and `stop`, at which a match is given up, must outlive the query.
Xapian::Query compile(const query::PlanNode& node, const Stop& stop);

// The terms of documents that a clause of a filter matches.
std::vector<std::string> clause_terms(const std::string& facet, const std::vector<schema::Ordinal>& clause,
                                      const schema::Schema& schema);

// `base` narrowed by the filters, except the one on `left_out` (empty: by all of them).
Xapian::Query narrowed(const Xapian::Query& base, const std::vector<query::Filter>& filters,
                       const schema::Schema& schema, const std::string& left_out);

// Finds what `base` finds.
Xapian::Query lifted(const Xapian::Query& base, const Lifts& lifts);

}  // namespace assay::engine
