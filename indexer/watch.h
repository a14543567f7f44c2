// assay-indexer watch: keeps an index up to date with folders until it is told to stop.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/maintain/disk.h"
#include "indexer/taxonomy/taxonomy.h"
#include "indexer/update.h"

namespace assay::indexer {

struct WatchOptions {
  std::filesystem::path index;
  std::vector<std::string> paths;
  std::chrono::seconds rescan{60};  // the longest time between two looks at all files, whatever inotify says
  std::size_t articles_per_commit = 1'000;
  bool keep_missing = false;
  Resources resources = {};
  std::uint64_t min_free = maintain::kMinFree;  // with less, in bytes, it waits until there is room again
};

// Until SIGTERM or SIGINT. On standard output a line for each batch that is committed, and "ready" before the
// first wait; on standard error what is skipped, each time that a file changed, and that the disk is full,
// after which it goes on once there is room. Gives the exit code; throws what failure.h translates, with all
// that was committed safe.
int watch(const WatchOptions& options, const taxonomy::Taxonomy& taxonomy);

// assay-indexer status: prints what the watch of this index does, as JSON. kDone: it runs; kSomeSkipped: none
// runs.
int print_status(const std::filesystem::path& index);

}  // namespace assay::indexer
