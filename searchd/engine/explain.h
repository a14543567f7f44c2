// How a query is understood and what its words stand for in the index.
#pragma once

#include "searchd/engine/index.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"
#include "searchd/stop.h"

namespace assay::engine {

// Throws Failure, query::QueryError, Xapian::Error.
Explanation explain(const Reader& reader, const SearchRequest& request, const Stop& stop);

}  // namespace assay::engine
