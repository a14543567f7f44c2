// An index as it is at one commit, for reading it from one end to the other while others write.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>

#include "indexer/schema/schema.h"

namespace assay::maintain {

// Used by one thread.
struct LiveIndex {
  std::filesystem::path generation;
  Xapian::Database database;

  // Throws schema::FormatError.
  schema::Schema schema() const;
};

// Throws schema::DirectoryError, Xapian::Error.
LiveIndex open_live_index(const std::filesystem::path& directory);

// How often an index is opened anew for one that reads it whole.
inline constexpr int kAttempts = 3;

// Gives what read(index) gives for the last commit. Xapian keeps the blocks of a commit until the one after
// the next; where that overtakes `read`, it begins again, `attempts` times in all, after which
// Xapian::DatabaseModifiedError passes. `read` must bear being called again. Throws what open_live_index and
// `read` throw.
template <typename Read>
auto read_live_index(const std::filesystem::path& directory, const Read& read, int attempts = kAttempts) {
  for (;;) {
    LiveIndex index = open_live_index(directory);
    try {
      return read(index);
    } catch (const Xapian::DatabaseModifiedError&) {
      if (--attempts <= 0) throw;
    }
  }
}

// Writes one commit of the index as the compact database `generation`, document ids and all; what lies there
// is replaced. As read_live_index in what it throws and in how often it begins again.
void copy_commit(const std::filesystem::path& directory, const std::filesystem::path& generation,
                 int attempts = kAttempts);

}  // namespace assay::maintain
