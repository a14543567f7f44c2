// "Did you mean": words that no article holds, respelt as words that articles hold.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searchd/query/plan.h"

namespace assay::engine {

// The query with its missing words replaced, by Xapian's spelling data; empty where no word is near to any.
std::string respelt(const Xapian::Database& database, const std::string& query,
                    const std::vector<query::MissingWord>& missing);

}  // namespace assay::engine
