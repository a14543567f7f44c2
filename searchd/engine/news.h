// What commits brought that a request selects.
#pragma once

#include <string>
#include <vector>

#include "searchd/engine/index.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"
#include "searchd/stop.h"

namespace assay::engine {

// See Engine::news. Throws Failure, query::QueryError, Xapian::Error.
News news(const Reader& reader, const SearchRequest& request, const std::string& mark, const Stop& stop);

// See Engine::keys_of_matches.
std::vector<std::string> keys_of_matches(const Reader& reader, const SearchRequest& request,
                                         const Stop& stop);

}  // namespace assay::engine
