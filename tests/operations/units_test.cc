// The units of systemd, as they are installed.
#include <gmock/gmock.h>

#include <filesystem>
#include <sstream>

#include "tests/process.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;
constexpr const char* kVerifier = "/usr/bin/systemd-analyze";

TEST(Units, AreUnderstoodBySystemd) {
  if (!fs::exists(kVerifier)) GTEST_SKIP() << "there is no systemd-analyze";
  const TempFolder folder;
  fs::copy_file(ASSAY_UNITS "/assay-searchd.service", folder.path() / "assay-searchd.service");
  fs::copy_file(ASSAY_SOURCE_DIR "/searchd/assay-searchd.socket", folder.path() / "assay-searchd.socket");
  const Finished verified =
      run({kVerifier, "verify", "--recursive-errors=no", (folder.path() / "assay-searchd.service").string(),
           (folder.path() / "assay-searchd.socket").string()});
  // That the program is not installed is all that may be said.
  std::istringstream lines(verified.err);
  for (std::string line; std::getline(lines, line);)
    EXPECT_THAT(line, testing::AnyOf(testing::HasSubstr("is not executable"),
                                     testing::Not(testing::HasSubstr("assay"))));
}

}  // namespace
}  // namespace assay::tests
