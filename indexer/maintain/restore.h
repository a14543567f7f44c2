// assay-indexer restore: a backup becomes what an index holds.
#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/maintain/disk.h"

namespace assay::maintain {

// Checks the backup, copies it as a new generation of `directory` and publishes that, under the writer lock;
// gives how many articles there are. `directory` is made if needed; what it held is removed once the backup
// is live, and readers go over to that. A damaged index can be restored. Throws schema::DirectoryError where
// the backup is none or has faults, and where the index is being written; NoSpace where the disk has less
// room than the backup takes and `min_free` bytes; std::system_error, Xapian::Error. What fails leaves the
// index as it was.
std::uint64_t restore(const std::filesystem::path& backup, const std::filesystem::path& directory,
                      std::uint64_t min_free = kMinFree);

}  // namespace assay::maintain
