#include "indexer/watch/folder_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "indexer/watch/status.h"
#include "tests/temp_folder.h"

namespace assay::watch {
namespace {

namespace fs = std::filesystem;
using tests::TempFolder;

const FolderWatch::Clock::time_point kNow = FolderWatch::Clock::now();

TEST(FolderWatch, TellsOfChangesInFoldersThatCameLater) {
  const TempFolder folder;
  FolderWatch watch({folder.path()});
  EXPECT_FALSE(watch.take_events(kNow));
  fs::create_directories(folder.path() / "a/b");
  EXPECT_TRUE(watch.take_events(kNow));
  folder.write("a/b/x.txt", "x");
  EXPECT_TRUE(watch.take_events(kNow));
  fs::remove(folder.path() / "a/b/x.txt");
  EXPECT_TRUE(watch.take_events(kNow));
  EXPECT_FALSE(watch.take_events(kNow));
}

TEST(FolderWatch, HiddenFilesAndFoldersAreNoChange) {
  const TempFolder folder;
  folder.write(".git/x", "x");
  FolderWatch watch({folder.path()});
  folder.write(".hidden", "x");
  folder.write(".git/y", "y");
  EXPECT_FALSE(watch.take_events(kNow));
}

TEST(FolderWatch, AFileIsBeingWrittenUntilItIsClosedOrLeft) {
  const TempFolder folder;
  FolderWatch watch({folder.path()});
  const std::string path = (folder.path() / "x.txt").string();
  std::ofstream file(path);
  file << "a" << std::flush;
  EXPECT_FALSE(watch.take_events(kNow));
  EXPECT_TRUE(watch.is_being_written(path, kNow));
  EXPECT_TRUE(watch.is_anything_being_written());
  file.close();
  EXPECT_TRUE(watch.take_events(kNow));
  EXPECT_FALSE(watch.is_being_written(path, kNow));

  file.open(path, std::ios::app);
  file << "b" << std::flush;
  watch.take_events(kNow);
  EXPECT_TRUE(watch.is_being_written(path, kNow + std::chrono::seconds(29)));
  EXPECT_FALSE(watch.is_being_written(path, kNow + std::chrono::seconds(30)));
  watch.take_events(kNow + std::chrono::seconds(30));
  EXPECT_FALSE(watch.is_anything_being_written());
}

TEST(FolderWatch, OfAFileItWatchesItsFolder) {
  const TempFolder folder;
  const fs::path file = folder.write("x.txt", "x");
  FolderWatch watch({file});
  folder.write("x.txt", "more");
  EXPECT_TRUE(watch.take_events(kNow));
}

TEST(FolderWatch, TellsWhereSomethingHappened) {
  const TempFolder folder;
  folder.write("a/old.txt", "x");
  FolderWatch watch({folder.path()});
  const fs::path a = folder.path() / "a";
  folder.write("a/new.txt", "x");
  fs::remove(a / "old.txt");
  EXPECT_TRUE(watch.take_events(kNow));
  Changes changes = watch.take_changes();
  EXPECT_FALSE(changes.anywhere);
  EXPECT_THAT(changes.paths, testing::ElementsAre(a / "new.txt", a / "old.txt"));
  EXPECT_TRUE(watch.take_changes().paths.empty()) << "told before";
  fs::rename(a, folder.path() / "b");
  watch.take_events(kNow);
  EXPECT_THAT(watch.take_changes().paths, testing::IsSupersetOf({a, folder.path() / "b"}));
  fs::remove_all(folder.path());
  watch.take_events(kNow);
  EXPECT_TRUE(watch.take_changes().anywhere);
}

TEST(FolderWatch, NamesAFileThatNobodyCloses) {
  const TempFolder folder;
  FolderWatch watch({folder.path()});
  std::ofstream file(folder.path() / "x.txt");
  file << "a" << std::flush;
  EXPECT_FALSE(watch.take_events(kNow));
  EXPECT_TRUE(watch.take_changes().paths.empty());
  EXPECT_TRUE(watch.take_events(kNow + std::chrono::seconds(30)));
  EXPECT_THAT(watch.take_changes().paths, testing::ElementsAre(folder.path() / "x.txt"));
}

// The queue of events is bounded by the system, at 16,384 by default.
TEST(FolderWatch, GoesOnWhenEventsWereLost) {
  const TempFolder folder;
  FolderWatch watch({folder.path()});
  for (int i = 0; i < 10'000; ++i) folder.write(std::to_string(i), "");
  folder.write("late/x", "x");
  EXPECT_TRUE(watch.take_events(kNow));
  EXPECT_FALSE(watch.is_anything_being_written());
  EXPECT_TRUE(watch.take_changes().anywhere);
  folder.write("late/y", "y");
  EXPECT_TRUE(watch.take_events(kNow));
}

TEST(Status, ReadsAsItWasWritten) {
  const TempFolder folder;
  EXPECT_FALSE(read_status(folder.path()));
  write_status(folder.path(), {"indexing", 10, 3, 15, 250, 1, "a \"quoted\" error\n"});
  const auto status = read_status(folder.path());
  ASSERT_TRUE(status);
  EXPECT_EQ(status->state, "indexing");
  EXPECT_EQ(status->queue, 3u);
  EXPECT_EQ(status->lag_ms, 250u);
  EXPECT_EQ(status->last_error, "a \"quoted\" error\n");
  folder.write("status.json", "[]");
  EXPECT_THROW(read_status(folder.path()), std::runtime_error);
}

}  // namespace
}  // namespace assay::watch
