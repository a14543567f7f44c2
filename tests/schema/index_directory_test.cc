#include "indexer/schema/index_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/temp_folder.h"

namespace assay::schema {
namespace {

using testing::HasSubstr;
using tests::TempFolder;

std::string message_of(const std::filesystem::path& directory) {
  try {
    live_generation(directory);
  } catch (const DirectoryError& error) {
    return error.what();
  }
  return {};
}

TEST(IndexDirectory, PublishesAGenerationAtATime) {
  const TempFolder folder;
  EXPECT_FALSE(has_index(folder.path()));
  const auto first = next_generation(folder.path());
  EXPECT_EQ(first.filename(), "gen-000001");
  std::filesystem::create_directory(first);
  publish_generation(folder.path(), first);
  EXPECT_TRUE(has_index(folder.path()));
  EXPECT_EQ(live_generation(folder.path()), first);

  const auto second = next_generation(folder.path());
  EXPECT_EQ(second.filename(), "gen-000002");
  std::filesystem::create_directory(second);
  EXPECT_EQ(live_generation(folder.path()), first);
  publish_generation(folder.path(), second);
  EXPECT_EQ(live_generation(folder.path()), second);
}

TEST(IndexDirectory, RemovesWhatTheStubDoesNotName) {
  const TempFolder folder;
  folder.write("gen-000001/iamglass", "a killed first build");
  remove_abandoned_generations(folder.path());
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "gen-000001"));
  folder.write("gen-000002/iamglass", "live");
  folder.write("gen-000003/iamglass", "a killed compaction");
  folder.write("notes.txt", "not ours");
  publish_generation(folder.path(), folder.path() / "gen-000002");
  remove_abandoned_generations(folder.path());
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "gen-000002/iamglass"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "gen-000003"));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "notes.txt"));
}

TEST(IndexDirectory, RemovesNothingWhereTheStubNamesNoneThatIsThere) {
  const TempFolder folder;
  folder.write("gen-000001/iamglass", "perhaps the only copy");
  for (const char* stub : {"auto gen-000007\n", "remote :80\n", ""}) {
    folder.write("XAPIANDB", stub);
    remove_abandoned_generations(folder.path());
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "gen-000001/iamglass")) << stub;
  }
}

TEST(IndexDirectory, OpensAnewWhatIsReplacedMeanwhile) {
  const TempFolder folder;
  folder.write("gen-000001/iamglass", "old");
  folder.write("gen-000002/iamglass", "new");
  publish_generation(folder.path(), folder.path() / "gen-000001");
  std::vector<std::string> opened;
  const auto open = [&](const std::filesystem::path& generation) {
    opened.push_back(generation.filename().string());
    publish_generation(folder.path(), folder.path() / "gen-000002");
    if (opened.size() == 1) throw std::runtime_error("it is gone");
    return opened.back();
  };
  EXPECT_EQ(open_live_generation(folder.path(), open), "gen-000002");
  EXPECT_EQ(opened, (std::vector<std::string>{"gen-000001", "gen-000002"}));
  EXPECT_THROW(open_live_generation(folder.path(),
                                    [](const auto&) -> int { throw std::runtime_error("it is damaged"); }),
               std::runtime_error);
}

TEST(IndexDirectory, SaysWhatIsMissing) {
  const TempFolder folder;
  EXPECT_THAT(message_of(folder.path()),
              HasSubstr("holds no assay index; make one with assay-indexer build"));
  EXPECT_THAT(message_of(folder.path() / "none"), HasSubstr("there is no folder"));
  folder.write("XAPIANDB", "remote :80\n");
  EXPECT_THAT(message_of(folder.path()), HasSubstr("does not name a generation"));
}

TEST(WriterLock, NamesTheProcessThatHoldsIt) {
  const TempFolder folder;
  const auto directory = folder.path() / "index";
  {
    const WriterLock lock(directory);
    try {
      const WriterLock second(directory);
      FAIL() << "two writers";
    } catch (const DirectoryError& error) {
      EXPECT_THAT(error.what(), HasSubstr(std::to_string(::getpid())));
    }
  }
  const WriterLock again(directory);  // free once more
}

}  // namespace
}  // namespace assay::schema
