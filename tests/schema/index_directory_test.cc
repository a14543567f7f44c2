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
