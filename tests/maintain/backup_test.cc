#include "indexer/maintain/backup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "indexer/maintain/check.h"
#include "indexer/maintain/restore.h"
#include "indexer/maintain/usage_error.h"
#include "indexer/schema/index_directory.h"
#include "indexer/write/writer.h"
#include "tests/maintain/sample_index.h"

namespace assay::maintain {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using tests::SampleIndex;

TEST(Backup, HoldsTheLastCommitAlsoWhileAWriterHoldsTheLock) {
  const SampleIndex index;
  const fs::path target = index.folder() / "backup";
  const tests::Content before = tests::content_of(index.path());
  indexer::IndexWriter writer(index.path(), tests::built_in_taxonomy());
  writer.put(tests::article("uncommitted", "A text."));
  EXPECT_EQ(backup(index.path(), target).articles, 4u);
  EXPECT_EQ(tests::content_of(target), before);
  EXPECT_EQ(tests::documents_of(target), tests::documents_of(index.path()));
  EXPECT_TRUE(check(target).is_sound());
}

// A commit is lost to a reader once two more follow, so twelve of them overtake the copying six times at
// most.
TEST(Backup, IsWholeWhileAWriterCommits) {
  const SampleIndex index;
  std::thread indexer([&] {
    for (int commit = 0; commit < 12; ++commit)
      index.add({tests::article("first-" + std::to_string(commit), "One of two."),
                 tests::article("second-" + std::to_string(commit), "The other of two.")});
  });
  std::vector<std::uint64_t> counts;
  for (int round = 0; round < 3; ++round) {
    const fs::path target = index.folder() / ("backup-" + std::to_string(round));
    counts.push_back(backup(index.path(), target).articles);
    EXPECT_TRUE(check(target).is_sound()) << check(target).text();
  }
  indexer.join();
  for (const std::uint64_t count : counts) EXPECT_EQ(count % 2, 0u);
  EXPECT_TRUE(std::ranges::is_sorted(counts));
}

TEST(Backup, GoesIntoAnEmptyFolderAlone) {
  const SampleIndex index;
  fs::create_directory(index.folder() / "empty");
  backup(index.path(), index.folder() / "empty");
  EXPECT_TRUE(check(index.folder() / "empty").is_sound());
  EXPECT_THROW(backup(index.path(), index.folder() / "empty"), UsageError);
  std::ofstream(index.folder() / "file") << "x";
  EXPECT_THROW(backup(index.path(), index.folder() / "file"), UsageError);
  EXPECT_THROW(backup(index.folder() / "none", index.folder() / "new"), schema::DirectoryError);
  EXPECT_FALSE(fs::exists(index.folder() / "new"));
}

TEST(Backup, LeavesNothingWhereItFails) {
  const SampleIndex index;
  fs::remove(index.path() / "gen-000001/iamglass");
  EXPECT_THROW(backup(index.path(), index.folder() / "new"), Xapian::DatabaseError);
  EXPECT_FALSE(fs::exists(index.folder() / "new"));
}

TEST(Restore, SwapsWhatAnIndexHolds) {
  const SampleIndex index;
  const fs::path target = index.folder() / "backup";
  backup(index.path(), target);
  const tests::Content before = tests::content_of(index.path());
  index.add({tests::article("more", "One more article.")});
  const Xapian::Database reader = index.open();
  EXPECT_EQ(restore(target, index.path()), 4u);
  EXPECT_EQ(tests::content_of(index.path()), before);
  EXPECT_THAT(index.generations(), ElementsAre("gen-000002"));
  EXPECT_EQ(reader.get_document(5).get_value(1), "more");
}

TEST(Restore, MakesAnIndexAndMendsADamagedOne) {
  const SampleIndex index;
  const fs::path target = index.folder() / "backup", fresh = index.folder() / "fresh";
  backup(index.path(), target);
  restore(target, fresh);
  EXPECT_EQ(tests::content_of(fresh), tests::content_of(target));
  fs::remove(index.path() / "gen-000001/postlist.glass");
  restore(target, index.path());
  EXPECT_EQ(tests::content_of(index.path()), tests::content_of(target));
  std::ofstream(index.path() / "XAPIANDB") << "rubbish\n";
  restore(target, index.path());
  EXPECT_EQ(tests::content_of(index.path()), tests::content_of(target));
}

TEST(Restore, RefusesADamagedBackup) {
  const SampleIndex index;
  const fs::path target = index.folder() / "backup";
  backup(index.path(), target);
  {
    Xapian::WritableDatabase database(schema::live_generation(target).string(), Xapian::DB_OPEN);
    database.delete_document("Qcopy-b");
  }
  EXPECT_THROW(restore(target, index.path()), schema::DirectoryError);
  EXPECT_THAT(index.generations(), ElementsAre("gen-000001"));
  EXPECT_THROW(restore(index.folder() / "none", index.path()), schema::DirectoryError);
}

TEST(Restore, WaitsForNoWriter) {
  const SampleIndex index;
  backup(index.path(), index.folder() / "backup");
  const indexer::IndexWriter writer(index.path(), tests::built_in_taxonomy());
  EXPECT_THROW(restore(index.folder() / "backup", index.path()), schema::DirectoryError);
}

}  // namespace
}  // namespace assay::maintain
