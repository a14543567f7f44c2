// What a person who is still typing may mean: words, values of facets, titles.
#pragma once

#include "searchd/engine/index.h"
#include "searchd/engine/request.h"
#include "searchd/engine/result.h"
#include "searchd/stop.h"

namespace assay::engine {

// Throws Failure, Xapian::Error.
Suggestions suggest(const Reader& reader, const SuggestRequest& request, const Stop& stop);

}  // namespace assay::engine
