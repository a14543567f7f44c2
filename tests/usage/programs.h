// The three programs, as whoever packages them or presses the tabulator meets them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/process.h"

namespace assay::tests {

using Words = std::vector<std::string>;

struct NamedProgram {
  std::string name, path;
};

std::vector<NamedProgram> programs();

// Standard output; fails the test where the exit code is not 0.
std::string output_of(const NamedProgram& program, Words arguments);

std::vector<std::string> lines_of(const std::string& text);

// What may stand in the place of the last word.
std::set<std::string> completions(const NamedProgram& program, Words words);

// The commands that its help lists.
std::vector<std::string> commands(const NamedProgram& program);

// Every match of the first group of `pattern`.
std::set<std::string> matches(const std::string& text, const std::string& pattern);

}  // namespace assay::tests
