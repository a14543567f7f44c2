// What a file holds, in a few bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "indexer/read/reader.h"

namespace assay::indexer {

// Remembers the hash of each file that it was asked of, for as long as the file looks untouched. Not
// thread-safe.
class FileHashes {
 public:
  // XXH3-128 of all that the articles of a file follow from: its bytes, those of its sidecar, and its id.
  // Empty when the file cannot be read.
  std::string of(const read::Source& source);

 private:
  // Size, inode, and times of the last change of a file and of its sidecar.
  using Looks = std::array<std::int64_t, 12>;
  struct Remembered {
    Looks looks;
    std::string hash;
  };
  static bool look(const read::Source& source, Looks& looks);

  std::unordered_map<std::string, Remembered> remembered_;  // by path and id
};

}  // namespace assay::indexer
