// What is asked: a list of searches, taken in turn.
#pragma once

#include <istream>
#include <vector>

#include "assay/v1/search.pb.h"

namespace assay::bench {

using Mix = std::vector<v1::SearchRequest>;

// A search a line: the query, then fields, all separated by tabs. A field is limit=N, since=DATE, until=DATE,
// sort=FIELD (descending), facets=NAME,... (* for all), or a filter FACET=VALUE,... (any of the values).
// Empty lines and those that begin with # are passed over. Ten hits are asked for unless a line says
// otherwise. Throws std::invalid_argument, naming the line, for what it does not understand, and for a list
// without a search.
Mix read_mix(std::istream& in);

// Words, phrases, filters and facets, as people ask them of articles about adult social care.
Mix built_in_mix();

}  // namespace assay::bench
