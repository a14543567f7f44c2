// Articles that share the words by which one article differs from the rest.
#pragma once

#include "searchd/engine/index.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"
#include "searchd/stop.h"

namespace assay::engine {

// Its own copies are left out. Throws Failure, query::QueryError, Xapian::Error.
SimilarResult similar(const Reader& reader, const SimilarRequest& request, const Stop& stop);

}  // namespace assay::engine
