// How the sources are written: what review would otherwise say again and again.
#include <gtest/gtest.h>

#include <regex>

#include "tests/house/source_tree.h"

namespace assay::tests {
namespace {

constexpr std::size_t kMaxFileLines = 400;
constexpr std::size_t kMaxFunctionLines = 60;

TEST(Sources, NoFileIsTooLong) {
  for (const SourceFile& file : source_files(true))
    EXPECT_LE(file.lines.size(), kMaxFileLines) << file.path << ": which noun in it wants a file of its own?";
}

// A function at namespace level: from a line that opens it at column 0 to the brace that closes it there.
TEST(Sources, NoFunctionIsTooLong) {
  const std::regex no_function(
      "^(namespace|class|struct|enum|union|const|constexpr|inline constexpr|static|extern|\\}|#|//)");
  for (const SourceFile& file : source_files(true)) {
    std::size_t opened = 0;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string& line = file.lines[i];
      if (!line.empty() && line[0] != ' ' && line.ends_with("{") && !std::regex_search(line, no_function))
        opened = i + 1;
      if (line == "}" && opened != 0) {
        EXPECT_LE(i + 1 - opened, kMaxFunctionLines) << file.path << ":" << opened;
        opened = 0;
      }
    }
  }
}

TEST(Sources, HeadersAreIncludedOnce) {
  for (const SourceFile& file : source_files(true)) {
    if (!file.path.ends_with(".h")) continue;
    bool once = false;
    for (const std::string& line : file.lines) once |= line == "#pragma once";
    EXPECT_TRUE(once) << file.path;
  }
}

TEST(Sources, NoLineWaitsByTheClockOrPromises) {
  const std::regex promise(
      "sleep"
      "_for|usleep"
      "\\(|TO"
      "DO|FIX"
      "ME");
  for (const SourceFile& file : source_files(true))
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      EXPECT_FALSE(std::regex_search(file.lines[i], promise)) << file.path << ":" << i + 1;
}

}  // namespace
}  // namespace assay::tests
