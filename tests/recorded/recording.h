// Command lines and what came of them, in a file that people read and tests compare.
//
//   # a remark
//   $ assay count carers --rating good
//   | 19                    standard output
//   ! note: ...             standard error
//   ? 0                     the exit code
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/process.h"

namespace assay::tests {

// A command line and the remarks and blank lines above it.
struct Recorded {
  std::string above, command;
};

std::vector<Recorded> commands_of(const std::string& recording);

// Texts that differ from run to run, each with the word that stands for it.
using Words = std::vector<std::pair<std::string, std::string>>;

// The part of a recording that `recorded` becomes. Times, scores, ids of indexes and the texts of `words` are
// replaced by a word, other bytes that do not print by a sign.
std::string record(const Recorded& recorded, const Finished& outcome, const Words& words);

}  // namespace assay::tests
