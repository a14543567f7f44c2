// A cross-table of two facets over the matches of a request.
#pragma once

#include "searchd/engine/index.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"
#include "searchd/stop.h"

namespace assay::engine {

// Throws Failure, query::QueryError, Xapian::Error.
PivotResult pivot(const Reader& reader, const PivotRequest& request, const Stop& stop);

}  // namespace assay::engine
