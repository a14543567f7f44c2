// Every recorded command line still does what it did.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/e2e/programs.h"
#include "tests/recorded/recording.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

const std::filesystem::path kCases = ASSAY_SOURCE_DIR "/tests/recorded/cases";

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> recordings() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kCases)) names.push_back(entry.path().stem());
  std::ranges::sort(names);
  return names;
}

// The sample corpus, indexed once for all recordings.
Service& service() {
  static const TempFolder state;
  static Service service({kCorpus}, {"--state-dir", state.path().string()});
  return service;
}

class Recording : public testing::TestWithParam<std::string> {
 protected:
  // As a shell in an empty folder does, which the files of a recording share.
  Finished type(const std::string& command) const {
    const std::string path = std::filesystem::path(ASSAY_CLIENT).parent_path().string() + ":/usr/bin:/bin";
    Environment environment = {{"PATH", path},
                               {"HOME", folder_.path().string()},
                               {"LC_ALL", "C.UTF-8"},
                               {"COLUMNS", "80"},
                               {"ASSAY_SERVER", service().server()}};
    for (const char* name : {"ASSAY_CA", "ASSAY_TOKEN_FILE", "ASSAY_PROFILE", "ASSAY_PAGER", "NO_COLOR",
                             "TERM", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
      environment[name] = kUnset;
    return run({"/bin/sh", "-c", "cd \"$HOME\" && " + command}, environment);
  }

  Words words() const {
    return {{service().server(), "SERVER"},
            {folder_.path().string(), "HOME"},
            {ASSAY_SOURCE_DIR "/corpus", "CORPUS"}};
  }

 private:
  TempFolder folder_;
};

TEST_P(Recording, IsAsItWas) {
  const std::filesystem::path path = kCases / (GetParam() + ".txt");
  const std::string expected = contents(path);
  std::string now;
  for (const Recorded& recorded : commands_of(expected))
    now += record(recorded, type(recorded.command), words());
  if (std::getenv("ASSAY_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << now;
    return;
  }
  EXPECT_EQ(now, expected) << "ASSAY_UPDATE_GOLDEN=1 renews " << path;
}

INSTANTIATE_TEST_SUITE_P(Cases, Recording, testing::ValuesIn(recordings()),
                         [](const auto& recording) { return recording.param; });

TEST(Recordings, AreManyAndEachHasItsOutcome) {
  std::size_t commands = 0;
  for (const std::string& name : recordings()) {
    const std::string text = contents(kCases / (name + ".txt"));
    const std::size_t asked = commands_of(text).size();
    std::size_t answered = 0;
    for (std::size_t at = 0; (at = text.find("\n? ", at)) != std::string::npos; ++at) ++answered;
    EXPECT_EQ(asked, answered) << name;
    commands += asked;
  }
  EXPECT_GE(commands, 150U);
}

}  // namespace
}  // namespace assay::tests
