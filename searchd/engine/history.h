// What the index knows of subjects (councils): their ratings over time, and side by side.
#pragma once

#include <string>
#include <vector>

#include "searchd/engine/index.h"
#include "searchd/engine/result.h"
#include "searchd/stop.h"

namespace assay::engine {

// Throw Failure (kInvalid: a name that means no subject, or several), Xapian::Error.
History history(const Reader& reader, const std::string& subject, const Stop& stop);
Comparison compare(const Reader& reader, const std::vector<std::string>& subjects, const Stop& stop);

}  // namespace assay::engine
