// What a watching indexer is doing, in a file beside the index for whoever asks.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace assay::watch {

struct Status {
  std::string state;                  // "looking", "indexing", "idle", "no space"
  std::size_t articles = 0;           // in the index
  std::size_t queue = 0;              // files that are to be read
  std::size_t articles_a_second = 0;  // of the last batch
  std::size_t lag_ms = 0;             // from the first change of the last batch to its commit
  std::size_t skipped = 0;            // files and lines that cannot be read, as things are
  std::string last_error;             // the last one of them, or of the watch itself
};

// Replaces the file at once, so that a reader sees the old or the new. Throws std::system_error.
void write_status(const std::filesystem::path& index, const Status& status);

// Nothing where none was ever written. Throws std::runtime_error when the file is none of ours.
std::optional<Status> read_status(const std::filesystem::path& index);

// One JSON object, without a line's end.
std::string to_json(const Status& status);

}  // namespace assay::watch
