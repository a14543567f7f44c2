// What may stand at the cursor of a command line that is being typed.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "usage/program.h"

namespace assay::usage {

struct Candidate {
  std::string text;
  std::string note;  // a word or two beside it; may be empty

  bool operator==(const Candidate&) const = default;
};

// What a program knows of values that no table names. `flag` is the one whose value is wanted, or null for an
// argument; `value` is what it is called (COUNCIL). Candidates that do not begin with what was typed are left
// out afterwards.
using ValuesOf = std::function<std::vector<Candidate>(const Flag* flag, const std::string& value)>;

// `words` stand behind the program's name; the last one is being typed and may be empty.
struct Completion {
  enum class Kind { kWords, kFiles, kFolders };
  Kind kind = Kind::kWords;
  std::vector<Candidate> candidates{};  // whole words, of kWords alone
};

Completion complete(const Program& program, std::span<const std::string> words, const ValuesOf& values_of);

}  // namespace assay::usage
