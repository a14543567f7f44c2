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
  // Of the watch, once it says that there is none.
  std::string status_without_space() const {
    for (;;) {
      const std::string status = indexer({"status", "--index", path("index")}).out;
      if (status.find("\"no space\"") != std::string::npos) return status;
      std::this_thread::yield();
    }
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
  EXPECT_THAT(status_without_space(), HasSubstr("--min-free"));
  set_free(kPlenty);
  EXPECT_EQ(watch.read_line(), "committed: 1 added, 0 updated, 0 removed; the index holds 2");
  watch.send_signal(SIGTERM);
  const Finished ended = watch.wait();
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.err, HasSubstr("no space"));
}

// The disk is full where nothing announced it: only the database's folder, so that the status tells.
TEST_F(Space, AWatchBearsADiskThatIsFull) {
  const fs::path full = folder_.path() / "full";
  Process watch({ASSAY_INDEXER, "watch", "--min-free", "0", "--index", path("index"), path("in")},
                disk_that_is_full(folder_.path() / "index/gen-000001", full));
  EXPECT_THAT(watch.read_line(), HasSubstr("the index holds 1"));
  EXPECT_EQ(watch.read_line(), "ready");
  folder_.write("full", "");
  folder_.write("in/two.txt", "Kent County Council was rated good.");
  EXPECT_THAT(status_without_space(), HasSubstr("No space left on device"));
  EXPECT_THAT(articles(), HasSubstr("{\"articles\":1,"));
  fs::remove(full);
  EXPECT_EQ(watch.read_line(), "committed: 1 added, 0 updated, 0 removed; the index holds 2");
  watch.send_signal(SIGTERM);
  EXPECT_EQ(watch.wait().exit_code, 0);
  EXPECT_EQ(indexer({"check", "--index", path("index")}).exit_code, 0);
}

// 20 MB make an index of up to 50.
TEST_F(Space, AFirstBuildReckonsWhatItTakes) {
  fs::resize_file(folder_.write("in/large.txt", ""), 20'000'000);
  set_free("300000000");
  expect_refused({"build", "--index", path("index"), path("in")});
  EXPECT_THAT(indexer({"build", "--index", path("index"), path("in")}).err,
              HasSubstr("this takes up to 50.0 MB"));
}

}  // namespace
}  // namespace assay::tests
