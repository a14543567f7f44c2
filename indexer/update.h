// Brings an index up to what the files say now.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "indexer/difference.h"
#include "indexer/summary.h"
#include "indexer/write/writer.h"

namespace assay::indexer {

// What a run may use. The index comes out the same whatever it is.
struct Resources {
  std::size_t threads = 0;       // 0: as many as there are cores
  std::size_t memory_mib = 512;  // about; a single article may take more
};

struct UpdateOptions {
  // A commit comes after so many articles or so long a time, whatever is first.
  std::chrono::milliseconds time_per_commit{30'000};
  std::size_t articles_per_commit = 5'000;  // few enough to bound memory, many enough not to slow the run
  bool keep_missing = false;                // articles of files that vanished stay
  std::function<bool()> is_stopped = [] { return false; };  // true: leave the rest for the next time
  // Something of a file could not be read.
  std::function<void(const FileContent&)> not_whole = [](const FileContent&) {};
  std::function<void(const std::string& id)> step = [](const std::string&) {};  // a file is done
  // So many more are on disk for good; not called for the last commit.
  std::function<void(std::size_t articles)> committed = [](std::size_t) {};
  // After each commit but the last. What it throws ends the update, as of that commit.
  std::function<void()> go_on = [] {};
  Resources resources = {};
};

// Reads what was added or changed, deletes what went, and commits now and then and at the end. A file of
// which something could not be read, or in which the update was stopped, keeps the articles it had, and is
// read again the next time. Counts and problems go to `summary`. Throws what IndexWriter does.
void update(IndexWriter& writer, const Difference& difference, const UpdateOptions& options,
            Summary& summary);

}  // namespace assay::indexer
