// Room that has to stay free: what refuses without it, and what waits for it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <thread>

#include "indexer/exit_code.h"
#include "tests/faults/faulty.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Space : public testing::Test {
 protected:
  Space() {
    folder_.write("in/one.txt", "Leeds City Council was rated good.");
    set_free(kPlenty);
  }

  std::string path(const char* name) const { return (folder_.path() / name).string(); }
  // In one step, as a disk changes.
  void set_free(const char* bytes) const {
    fs::rename(folder_.write("free.new", bytes), folder_.path() / "free");
  }
  Finished indexer(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), ASSAY_INDEXER);
    return run(arguments, disk_with(folder_.path() / "free"));
  }
  void expect_refused(const std::vector<std::string>& arguments) const {
    const Finished refused = indexer(arguments);
    EXPECT_EQ(refused.exit_code, indexer::kNoResource) << arguments[0] << refused.err;
    EXPECT_THAT(refused.err, HasSubstr("--min-free")) << arguments[0];
  }
  std::string articles() const { return indexer({"stats", "--json", "--index", path("index")}).out; }

  static constexpr const char* kPlenty = "1000000000000";
  static constexpr const char* kLittle = "100000000";  // less than the default takes
  const TempFolder folder_;
};

TEST_F(Space, WithoutItNothingIsWritten) {
  ASSERT_EQ(indexer({"build", "-q", "--index", path("index"), path("in")}).exit_code, 0);
  ASSERT_EQ(indexer({"backup", "--index", path("index"), path("backup")}).exit_code, 0);
  folder_.write("in/two.txt", "Kent County Council was rated good.");
  const std::string before = articles();
  set_free(kLittle);
  expect_refused({"build", "--index", path("index"), path("in")});
  expect_refused({"build", "--fresh", "--index", path("index"), path("in")});
  expect_refused({"build", "--index", path("none"), path("in")});
  expect_refused({"compact", "--index", path("index")});
  expect_refused({"backup", "--index", path("index"), path("another")});
  expect_refused({"restore", "--from", path("backup"), "--index", path("index")});
  EXPECT_EQ(articles(), before);
  EXPECT_FALSE(fs::exists(path("another")));
  EXPECT_EQ(indexer({"build", "-q", "--min-free", "50", "--index", path("index"), path("in")}).exit_code, 0);
  EXPECT_NE(articles(), before);
}

TEST_F(Space, ABuildStopsAtACommitWhenItGoes) {
  for (int i = 0; i < 50; ++i) folder_.write("in/" + std::to_string(i), "Article " + std::to_string(i) + ".");
  Process build({ASSAY_INDEXER, "build", "--commit-every", "10", "--index", path("index"), path("in")},
                disk_with(folder_.path() / "free"));
  EXPECT_EQ(build.read_line(), "committed 10");
  set_free(kLittle);
  const Finished stopped = build.wait();
  // It may have got through before it could see.
  if (stopped.exit_code != 0) {
    EXPECT_EQ(stopped.exit_code, indexer::kNoResource);
    EXPECT_THAT(stopped.err, HasSubstr("the index is as of the last commit"));
  }
  set_free(kPlenty);
  EXPECT_EQ(indexer({"build", "-q", "--index", path("index"), path("in")}).exit_code, 0);
  EXPECT_THAT(articles(), HasSubstr("{\"articles\":51,"));
}

TEST_F(Space, AWatchWaitsForItAndGoesOn) {
  Process watch({ASSAY_INDEXER, "watch", "--index", path("index"), path("in")},
                disk_with(folder_.path() / "free"));
  EXPECT_THAT(watch.read_line(), HasSubstr("the index holds 1"));
  EXPECT_EQ(watch.read_line(), "ready");
  set_free(kLittle);
  folder_.write("in/two.txt", "Kent County Council was rated good.");
  std::string status;
  do {
    std::this_thread::yield();
    status = indexer({"status", "--index", path("index")}).out;
  } while (status.find("\"no space\"") == std::string::npos);
  EXPECT_THAT(status, HasSubstr("--min-free"));
  set_free(kPlenty);
  EXPECT_EQ(watch.read_line(), "committed: 1 added, 0 updated, 0 removed; the index holds 2");
  watch.send_signal(SIGTERM);
  const Finished ended = watch.wait();
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.err, HasSubstr("no space"));
}

}  // namespace
}  // namespace assay::tests
