// assay-indexer inspect: what would be concluded of articles, without an index.
#pragma once

#include <string>
#include <vector>

#include "indexer/taxonomy/taxonomy.h"

namespace assay::indexer {

struct InspectOptions {
  std::vector<std::string> paths;
  bool explain = false;  // for a person: sentences with what was concluded and refused, instead of JSON
};

// Prints one JSON object a line and article on standard output, problems on standard error; gives the exit
// code (exit_code.h). The form is documented in docs/indexer.md.
int inspect(const InspectOptions& options, const taxonomy::Taxonomy& taxonomy);

}  // namespace assay::indexer
