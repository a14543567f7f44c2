// How a query is understood and what its words stand for in the index.
#pragma once

#include "searchd/engine/index.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"
#include "searchd/stop.h"

namespace assay::engine {

// Throws Failure, query::QueryError, Xapian::Error.
Explanation explain(const Reader& reader, const SearchRequest& request, const Stop& stop);

// The plan alone, which takes no match. Throws the same.
std::string plan_text(const Reader& reader, const SearchRequest& request);

}  // namespace assay::engine
