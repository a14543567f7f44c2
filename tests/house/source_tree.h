// The project's own C++ files, for tests about how they are written.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace assay::tests {

struct SourceFile {
  std::string path;    // relative to the project's root
  std::string folder;  // of path
  std::vector<std::string> lines;
};

// All .h and .cc files of the programs (`tests` too if asked for), in the order of their paths.
std::vector<SourceFile> source_files(bool with_tests);

}  // namespace assay::tests
