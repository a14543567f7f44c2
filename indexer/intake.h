// Reads files and prepares their articles on several threads, and hands everything over in the order of the
// files.
#pragma once

#include <cstddef>
#include <functional>
#include <variant>
#include <vector>

#include "indexer/difference.h"
#include "indexer/read/article.h"
#include "indexer/write/writer.h"

namespace assay::indexer {

struct IntakeLimits {
  std::size_t threads = 1;  // in all, the caller's among them; 1: that one does everything
  std::size_t bytes = 0;    // about how much memory may hold what waits; a single article may pass it
};

// All of a file was handed over.
struct FileEnd {};

using Arrival = std::variant<Draft, read::Problem, FileEnd>;

// Called on the caller's thread. What arrives does not depend on the number of threads, but for drafts being
// prepared or not. False: stop here.
using Receive = std::function<bool(const Input& from, Arrival arrival)>;

// Articles that the index has already just as they are arrive unprepared, and so may others. One that cannot
// be prepared arrives as a problem. What `receive` throws, and other exceptions of a thread, pass through, in
// their place in the order. `writer` may be used by `receive`.
void take_in(const std::vector<const Input*>& files, const IndexWriter& writer, const IntakeLimits& limits,
             const Receive& receive);

}  // namespace assay::indexer
