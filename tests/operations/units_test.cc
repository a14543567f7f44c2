// The units of systemd, as they are installed.
#include <gmock/gmock.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/process.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;
constexpr const char* kVerifier = "/usr/bin/systemd-analyze";

TEST(Units, AreUnderstoodBySystemd) {
  if (!fs::exists(kVerifier)) GTEST_SKIP() << "there is no systemd-analyze";
  const TempFolder folder;
  std::vector<std::string> command = {kVerifier, "verify", "--man=no", "--recursive-errors=no"};
  for (const fs::path unit :
       {ASSAY_BINARY_DIR "/searchd/assay-searchd.service", ASSAY_SOURCE_DIR "/searchd/assay-searchd.socket",
        ASSAY_BINARY_DIR "/indexer/assay-indexer.service"}) {
    fs::copy_file(unit, folder.path() / unit.filename());
    command.push_back((folder.path() / unit.filename()).string());
  }
  const Finished verified = run(command);
  // That the program is not installed is all that may be said.
  std::istringstream lines(verified.err);
  for (std::string line; std::getline(lines, line);)
    EXPECT_THAT(line, testing::AnyOf(testing::HasSubstr("is not executable"),
                                     testing::Not(testing::HasSubstr("assay"))));
}

}  // namespace
}  // namespace assay::tests
