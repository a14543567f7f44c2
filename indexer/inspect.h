// assay-indexer inspect: what would be concluded of articles, without an index.
#pragma once

#include <string>
#include <vector>

#include "indexer/taxonomy/taxonomy.h"

namespace assay::indexer {

// Prints one JSON object a line and article on standard output, problems on standard error; gives the exit
// code (exit_code.h). The form is documented in docs/indexer.md.
int inspect(const std::vector<std::string>& paths, const taxonomy::Taxonomy& taxonomy);

}  // namespace assay::indexer
