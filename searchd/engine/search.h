// One search on one open index.
#pragma once

#include "searchd/engine/index.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"
#include "searchd/engine/result_lists.h"
#include "searchd/stop.h"

namespace assay::engine {

// All but `elapsed`. Throws Failure, query::QueryError, Xapian::Error.
SearchResult search(const Reader& reader, const SearchRequest& request, ResultLists& lists, const Stop& stop);

}  // namespace assay::engine
