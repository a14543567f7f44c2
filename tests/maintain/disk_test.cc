#include "indexer/maintain/disk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "tests/temp_folder.h"

namespace assay::maintain {
namespace {

TEST(Disk, RefusesWhatHasNoRoom) {
  const tests::TempFolder folder;
  constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();
  EXPECT_TRUE(has_space(folder.path(), 1, 1));
  EXPECT_TRUE(has_space(folder.path() / "not/there/yet", 1, 1));
  EXPECT_FALSE(has_space(folder.path(), kAll, 1));
  EXPECT_FALSE(has_space(folder.path(), 1, kAll));
  require_space(folder.path(), 1, 1);
  try {
    require_space(folder.path(), 12'300'000, kAll);
    FAIL() << "no disk is that large";
  } catch (const NoSpace& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr(folder.path().string()));
    EXPECT_THAT(error.what(), testing::HasSubstr("this takes up to 12.3 MB"));
  }
}

TEST(Disk, AddsUpAFolder) {
  const tests::TempFolder folder;
  folder.write("a", "123");
  folder.write("b", "4567");
  EXPECT_EQ(bytes_in(folder.path()), 7u);
  EXPECT_EQ(megabytes(12'345'678), "12.3 MB");
}

TEST(Disk, WhatIsUnfinishedGoesUnlessItIsKept) {
  const tests::TempFolder folder;
  folder.write("kept/file", "x");
  folder.write("dropped/file", "x");
  {
    Unfinished kept(folder.path() / "kept");
    const Unfinished dropped(folder.path() / "dropped"), never_made(folder.path() / "none");
    kept.keep();
  }
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "kept/file"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "dropped"));
}

}  // namespace
}  // namespace assay::maintain
