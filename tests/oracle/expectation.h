// What a request must be answered with.
#pragma once

#include <set>
#include <string>

#include "searchd/engine/engine.h"
#include "tests/query/oracle.h"

namespace assay::tests {

struct Expectation {
  Oracle::Set matches;
  Oracle::Counts counts;  // of a facet that is chosen from at the top: without that choice
};

// Parses the query, widens it by the synonyms and asks the oracle for its parts; knows nothing of plans.
Expectation expect(const engine::SearchRequest& request, const Oracle& oracle,
                   const std::set<std::string>& facets, const query::SynonymTable& synonyms);

}  // namespace assay::tests
