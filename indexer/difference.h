// What differs between the files that are there and those that an index was made of.
#pragma once

#include <string>
#include <vector>

#include "indexer/file_hash.h"
#include "indexer/read/reader.h"
#include "indexer/walk.h"
#include "indexer/write/provenance.h"

namespace assay::indexer {

// A file to read, as the index shall know it. Standard input has no path: it is always read and never known.
struct Input {
  read::Source source;
  FileContent file;
};

struct Difference {
  std::vector<Input> added, changed;  // in the order of the walk
  std::vector<Input> current;         // read before, as they are
  std::vector<std::string> vanished;  // absolute paths of files that were read before
  // Those of changed files that hold what they held, but were read with another taxonomy or other rules.
  std::vector<std::string> read_otherwise;
};

// A file below a folder of the walk that is no more has vanished; one below a folder that could not be
// listed is left in peace. A file that cannot be read counts as added or changed: reading it will say what is
// wrong.
Difference compare(const Walk& walk, const Provenance& known, FileHashes& hashes);

}  // namespace assay::indexer
