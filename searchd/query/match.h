// Plans from plans: AND, OR and AND NOT, folded where a part matches all or nothing.
#pragma once

#include <vector>

#include "searchd/query/plan.h"

namespace assay::query {

PlanNode match(Match kind);  // of a kind that needs nothing more

// Nothing when a part matches nothing; parts that are everything are dropped. Everything without parts.
PlanNode all_of(std::vector<PlanNode> parts);

// Parts that match nothing are dropped; nothing without parts. A part that is everything stays beside the
// others, which still weigh.
PlanNode any_of(std::vector<PlanNode> parts);

// What matches `kept` and not `dropped`.
PlanNode without(PlanNode kept, PlanNode dropped);

}  // namespace assay::query
