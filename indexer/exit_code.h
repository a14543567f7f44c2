// The exit codes of assay-indexer, each defined here once and documented in docs/indexer.md.
#pragma once

namespace assay::indexer {

enum ExitCode : int {
  kDone = 0,
  kSomeSkipped = 1,  // done, but something was skipped: input that cannot be read, an id that is not there
  kBadUsage = 2,     // flags, arguments or the taxonomy are wrong
  kBadIndex = 3,     // the index is locked, damaged or of another format
  kNoResource = 4,   // disk full, no permission, an input or output error
  kInternal = 70,
};

}  // namespace assay::indexer
