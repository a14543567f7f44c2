#include "searchd/engine/index.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "indexer/maintain/compact.h"
#include "indexer/schema/index_directory.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using tests::SmallIndex;
using Articles = std::vector<std::pair<std::string, std::string>>;

TEST(Index, ALeaseSeesTheLastCommit) {
  SmallIndex files{Articles{{"a", "one"}}};
  Index index(files.path());
  std::uint64_t before = 0;
  {
    const Index::Lease lease = index.lease(Stop::never());
    EXPECT_EQ(lease->database.get_doccount(), 1u);
    before = lease->revision();
  }
  files.add({{"b", "two"}});
  const Index::Lease lease = index.lease(Stop::never());
  EXPECT_EQ(lease->database.get_doccount(), 2u);
  EXPECT_GT(lease->revision(), before);
}

TEST(Index, AReaderCatchesUpWhenAsked) {
  SmallIndex files{Articles{{"a", "one"}}};
  Index index(files.path());
  Index::Lease lease = index.lease(Stop::never());
  EXPECT_FALSE(lease.catch_up());
  files.add({{"b", "two"}});
  EXPECT_EQ(lease->database.get_doccount(), 1u);
  EXPECT_TRUE(lease.catch_up());
  EXPECT_EQ(lease->database.get_doccount(), 2u);
}

TEST(Index, FollowsTheLiveGeneration) {
  SmallIndex files{Articles{{"a", "one"}}}, rebuilt{Articles{{"a", "one"}, {"b", "two"}, {"c", "three"}}};
  Index index(files.path());
  const std::uint64_t before = index.lease(Stop::never())->revision();
  const auto fresh = schema::next_generation(files.path());
  std::filesystem::copy(schema::live_generation(rebuilt.path()), fresh,
                        std::filesystem::copy_options::recursive);
  schema::publish_generation(files.path(), fresh);
  EXPECT_EQ(index.lease(Stop::never())->database.get_doccount(), 3u);
  EXPECT_GT(index.lease(Stop::never())->revision(), before);
}

// Whatever a compaction removes under a reader, no lease fails and none lacks a table.
TEST(Index, IsServedThroughCompactions) {
  const SmallIndex files{Articles{{"a", "one two three"}}};
  Index index(files.path());
  std::atomic<bool> done = false;
  std::thread compactor([&] {
    for (int round = 0; round < 20; ++round) maintain::compact(files.path());
    done = true;
  });
  std::uint64_t before = 0;
  do {
    const Index::Lease lease = index.lease(Stop::never());
    EXPECT_NE(lease->database.postlist_begin("two"), lease->database.postlist_end("two"));
    EXPECT_EQ(lease->database.get_document(1).get_value(1), "a");
    EXPECT_GE(lease->revision(), before);
    before = lease->revision();
    EXPECT_FALSE(index.health().degraded) << index.health().reason;
  } while (!done);
  compactor.join();
  EXPECT_EQ(index.lease(Stop::never())->generation.filename(), "gen-000021");
}

TEST(Index, NoticesAnIndexMadeAgainAtTheSamePlace) {
  const SmallIndex files{Articles{{"a", "one"}}}, rebuilt{Articles{{"b", "two"}}};
  Index index(files.path());
  EXPECT_TRUE(index.lease(Stop::never())->database.term_exists("Qa"));
  std::filesystem::remove_all(files.path() / "gen-000001");
  std::filesystem::copy(rebuilt.path() / "gen-000001", files.path() / "gen-000001",
                        std::filesystem::copy_options::recursive);
  const Index::Lease lease = index.lease(Stop::never());
  EXPECT_TRUE(lease->database.term_exists("Qb"));
  EXPECT_FALSE(lease->database.term_exists("Qa"));
}

TEST(Index, LeasesAreApart) {
  const SmallIndex files{Articles{{"a", "one"}}};
  Index index(files.path());
  const Index::Lease one = index.lease(Stop::never()), two = index.lease(Stop::never());
  EXPECT_NE(&one->database, &two->database);
}

// How often this process has the index's postings open.
std::size_t open_readers(const std::filesystem::path& directory) {
  const std::string live = schema::live_generation(directory).string();
  std::size_t readers = 0;
  for (const auto& open : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code gone;
    const std::string file = std::filesystem::read_symlink(open.path(), gone).string();
    readers += file.starts_with(live) && file.ends_with("postlist.glass");
  }
  return readers;
}

TEST(Index, WhoAsksWhileItKeepsUpOpensNoFurtherReader) {
  constexpr std::size_t kReaders = 4;
  SmallIndex files{Articles{{"a", "one"}}};
  Index index(files.path());
  {
    std::vector<Index::Lease> at_once;
    while (at_once.size() < kReaders) at_once.push_back(index.lease(Stop::never()));
  }
  for (int i = 0; i < 100; ++i) {
    files.add({{"b" + std::to_string(i), "two"}});
    std::atomic<bool> done = false;
    const std::jthread asker([&] {
      while (!done) EXPECT_GT(index.lease(Stop::never())->database.get_doccount(), 0u);
    });
    index.keep_up();
    done = true;
  }
  EXPECT_EQ(open_readers(files.path()), kReaders);
}

}  // namespace
}  // namespace assay::engine
