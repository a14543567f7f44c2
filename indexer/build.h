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
  bool quiet = false;  // no progress bar, no summary
};

// Prints the summary on standard output; gives the exit code (exit_code.h). Throws what failure.h translates.
int build(const BuildOptions& options, const taxonomy::Taxonomy& taxonomy);

}  // namespace assay::indexer
