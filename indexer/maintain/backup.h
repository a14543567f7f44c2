// assay-indexer backup: a copy of an index that is whole, also while the index is written.
#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/maintain/disk.h"

namespace assay::maintain {

struct Backup {
  std::uint64_t articles = 0, bytes = 0;
};

// Makes `target` an index directory that holds one commit of `directory`, compact and with the same document
// ids; its stub is written last, so what has one is whole. Takes no lock on the index: a writer may be at
// work. What fails leaves no index in `target`. Throws UsageError where `target` exists and is not an empty
// folder; schema::DirectoryError for no index; Xapian::DatabaseModifiedError where commits overtook the
// copying again and again; NoSpace where the disk has less room than the index takes and `min_free` bytes;
// std::system_error, Xapian::Error.
Backup backup(const std::filesystem::path& directory, const std::filesystem::path& target,
              std::uint64_t min_free = kMinFree);

}  // namespace assay::maintain
