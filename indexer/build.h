// assay-indexer build: articles -> index.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/taxonomy/taxonomy.h"

namespace assay::indexer {

struct BuildOptions {
  std::filesystem::path index;
  std::vector<std::string> paths;
  bool quiet = false;  // no progress bar, no summary; what was skipped is told all the same
};

// Prints the summary on standard output and what was skipped on standard error; gives the exit code
// (exit_code.h). Throws what failure.h translates.
int build(const BuildOptions& options, const taxonomy::Taxonomy& taxonomy);

}  // namespace assay::indexer
