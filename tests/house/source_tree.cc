#include "tests/house/source_tree.h"

#include <algorithm>
#include <fstream>

namespace assay::tests {

namespace fs = std::filesystem;

std::vector<SourceFile> source_files(bool with_tests) {
  const fs::path root(ASSAY_SOURCE_DIR);
  std::vector<std::string> tops = {"usage", "proto", "indexer", "searchd", "client", "bench"};
  if (with_tests) tops.push_back("tests");
  std::vector<SourceFile> files;
  for (const std::string& top : tops)
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / top)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".h" && path.extension() != ".cc") continue;
      SourceFile file{fs::relative(path, root).generic_string(),
                      fs::relative(path.parent_path(), root).generic_string(),
                      {}};
      std::ifstream in(path);
      for (std::string line; std::getline(in, line);) file.lines.push_back(line);
      files.push_back(std::move(file));
    }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

}  // namespace assay::tests
