// The indexing daemon: what happens in its folders is answerable soon, and nothing is read by halves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "tests/process.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

class Watch : public testing::Test {
 protected:
  Watch() {
    folder_.write("in/first.txt", "Leeds City Council has been rated good by the Care Quality Commission.");
    daemon_.emplace(std::vector<std::string>{ASSAY_INDEXER, "watch", "--index", index(), in("").string()});
    EXPECT_EQ(daemon_->read_line(), "committed: 1 added, 0 updated, 0 removed; the index holds 1");
    EXPECT_EQ(daemon_->read_line(), "ready");
  }

  std::string index() const { return (folder_.path() / "index").string(); }
  fs::path in(const std::string& name) const { return folder_.path() / "in" / name; }
  void write(const std::string& name, const std::string& text) const { folder_.write("in/" + name, text); }
  void expect(const std::string& line) {
    EXPECT_THAT(daemon_->read_line(), StartsWith("committed: " + line));
  }
  std::string status() const { return run({ASSAY_INDEXER, "status", "--index", index()}).out; }
  Finished stop() {
    daemon_->send_signal(SIGTERM);
    return daemon_->wait();
  }

  const TempFolder folder_;
  std::optional<Process> daemon_;
};

TEST_F(Watch, FollowsFilesThatComeChangeMoveAndGo) {
  write("second.txt", "Bury Council was rated good.");
  expect("1 added, 0 updated, 0 removed; the index holds 2");
  write("second.txt", "Bury Council was rated good, and more.");
  expect("0 added, 1 updated, 0 removed; the index holds 2");
  fs::rename(in("second.txt"), in("moved.txt"));
  expect("1 added, 0 updated, 1 removed; the index holds 2");
  fs::remove(in("moved.txt"));
  expect("0 added, 0 updated, 1 removed; the index holds 1");
  EXPECT_EQ(stop().exit_code, 0);
}

TEST_F(Watch, FollowsFoldersThatComeWithAllTheyHold) {
  folder_.write("elsewhere/deep/er/a.txt", "One article.");
  folder_.write("elsewhere/deep/b.txt", "Another article.");
  fs::rename(folder_.path() / "elsewhere", in("new"));
  expect("2 added");
  write("new/deep/er/c.txt", "A third article, in a folder that came later.");
  expect("1 added");
  fs::rename(in("new"), folder_.path() / "elsewhere");
  expect("0 added, 0 updated, 3 removed");
}

// The file with the same article lies where nothing happened.
TEST_F(Watch, ReadsTheOtherFileOfAnArticleAgain) {
  write("a/one.jsonl", R"({"id":"shared","text":"An article as the first file has it."})");
  expect("1 added, 0 updated, 0 removed; the index holds 2");
  write("b/two.jsonl", R"({"id":"shared","text":"An article as the second file has it."})");
  expect("0 added, 1 updated, 0 removed; the index holds 2");
  fs::remove(in("b/two.jsonl"));
  expect("1 added, 0 updated, 1 removed; the index holds 2");
}

TEST_F(Watch, ReadsAFileWhoseSidecarChanges) {
  write("a/one.txt", "An article.");
  expect("1 added");
  write("a/one.txt.meta.json", R"({"title":"Its title"})");
  expect("0 added, 1 updated, 0 removed; the index holds 2");
  fs::remove(in("a/one.txt.meta.json"));
  expect("0 added, 1 updated, 0 removed; the index holds 2");
}

// What one file is called depends on the others: all are looked at.
TEST_F(Watch, FollowsLinks) {
  folder_.write("elsewhere.txt", "An article that lies elsewhere.");
  fs::create_symlink(folder_.path() / "elsewhere.txt", folder_.path() / "link");
  fs::rename(folder_.path() / "link", in("link.txt"));
  expect("1 added, 0 updated, 0 removed; the index holds 2");
  write("second.txt", "Bury Council was rated good.");
  expect("1 added, 0 updated, 0 removed; the index holds 3");
}

TEST_F(Watch, ReadsNoFileThatIsStillBeingWritten) {
  std::ofstream slow(in("slow.txt"));
  slow << "The first half of an article" << std::flush;
  write("quick.txt", "Another article, whole.");
  expect("1 added, 0 updated, 0 removed; the index holds 2");
  slow << " and the second half." << std::flush;
  slow.close();
  expect("1 added, 0 updated, 0 removed; the index holds 3");
}

TEST_F(Watch, LeavesAloneWhatEditorsKeepForThemselves) {
  write(".quick.txt.swp", "not an article");
  write("draft.txt~", "not an article");
  write("#draft.txt#", "not an article");
  write("page.html.part", "not an article");
  write("page.html.crdownload", "not an article");
  write("page.tmp", "not an article");
  write("real.txt", "An article.");
  expect("1 added, 0 updated, 0 removed; the index holds 2");
}

TEST_F(Watch, TellsOnceOfAFileThatCannotBeRead) {
  write("broken.jsonl", "{broken\n");
  expect("0 added");
  EXPECT_THAT(status(), HasSubstr("\"skipped\":1"));
  EXPECT_THAT(status(), HasSubstr("broken.jsonl:1"));
  write("good.txt", "An article.");
  expect("1 added");
  write("broken.jsonl", R"({"id":"mended","text":"An article."})");
  expect("1 added");
  EXPECT_THAT(status(), HasSubstr("\"skipped\":0"));
  const Finished end = stop();
  const std::size_t told = end.err.find("broken.jsonl:1");
  EXPECT_NE(told, std::string::npos);
  EXPECT_EQ(end.err.find("broken.jsonl:1", told + 1), std::string::npos);
}

TEST_F(Watch, HoldsTheIndexForItself) {
  const Finished other = run({ASSAY_INDEXER, "build", "--index", index(), in("").string()});
  EXPECT_EQ(other.exit_code, 3);
  EXPECT_THAT(other.err, HasSubstr("process " + std::to_string(daemon_->pid())));
}

TEST_F(Watch, StatusTellsWhetherItRuns) {
  EXPECT_THAT(status(), HasSubstr("\"state\":\"idle\",\"articles\":1,\"queue\":0"));
  EXPECT_EQ(stop().exit_code, 0);
  const Finished after = run({ASSAY_INDEXER, "status", "--index", index()});
  EXPECT_EQ(after.exit_code, 1);
  EXPECT_EQ(after.out, "{\"state\":\"not running\"}\n");
}

TEST_F(Watch, CatchesUpWithWhatHappenedWhileItWasAway) {
  EXPECT_EQ(stop().exit_code, 0);
  fs::remove(in("first.txt"));
  write("second.txt", "Bury Council was rated good.");
  daemon_.emplace(std::vector<std::string>{ASSAY_INDEXER, "watch", "--index", index(), in("").string()});
  expect("1 added, 0 updated, 1 removed; the index holds 1");
}

}  // namespace
}  // namespace assay::tests
