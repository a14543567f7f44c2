// The exit codes of assay-indexer, each defined here once and documented in docs/indexer.md.
#pragma once

namespace assay::indexer {

enum ExitCode : int {
  kDone = 0,
  kSomeSkipped = 1,  // done, but some input could not be read; each is reported
  kBadUsage = 2,     // flags or the taxonomy are wrong
  kBadIndex = 3,     // the index is locked, damaged or of another format
  kNoResource = 4,   // disk full, no permission, an input or output error
  kInternal = 70,
};

}  // namespace assay::indexer
