// assay-indexer compact: the index in less room.
#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/maintain/disk.h"

namespace assay::maintain {

struct Compaction {
  std::uint64_t bytes_before = 0, bytes_after = 0;
  std::filesystem::path generation;  // the one that is live now
};

// Writes the live generation compactly as a new one, publishes that and removes the old one, all under the
// writer lock. Document ids stay. Readers go on with what they have open and find the new one when they look.
// Until it is published, and if it never is, the old one is live; a later writer removes what was left.
// Throws schema::DirectoryError for no index or one that is being written, NoSpace where the disk has
// less room than the live generation takes and `min_free` bytes, std::system_error, Xapian::Error.
Compaction compact(const std::filesystem::path& directory, std::uint64_t min_free = kMinFree);

}  // namespace assay::maintain
