// assay-indexer build: articles -> index. Files that did not change since they were read are not read again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/maintain/disk.h"
#include "indexer/taxonomy/taxonomy.h"
#include "indexer/update.h"

namespace assay::indexer {

struct BuildOptions {
  std::filesystem::path index;
  std::vector<std::string> paths;
  bool quiet = false;  // no progress bar, no summary; what was skipped is told all the same
  std::size_t articles_per_commit = 5'000;
  bool fresh = false;         // a new index beside the old one, which it then takes the place of
  bool keep_missing = false;  // articles of files that vanished stay
  bool dry_run = false;       // print what differs, write nothing
  Resources resources = {};
  std::uint64_t min_free = maintain::kMinFree;  // bytes that have to stay free on the index's disk
};

// Prints the summary on standard output and what was skipped on standard error; gives the exit code
// (exit_code.h). Throws what failure.h translates.
int build(const BuildOptions& options, const taxonomy::Taxonomy& taxonomy);

}  // namespace assay::indexer
