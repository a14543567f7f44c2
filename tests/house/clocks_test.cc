// Deadlines and durations are told by the steady clock, so that nothing happens when the time of day is set.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/house/source_tree.h"

namespace assay::tests {
namespace {

// Files that need the day itself, and what for.
const std::set<std::string> kMayKnowTheDay = {
    "client/cli/alerts_format.cc",  // that same moment, for people
    "indexer/file_hash.cc",          // whether a file was changed just now
    "searchd/alert_keeper.cc",      // when an alert was added
    "searchd/engine/selection.cc",  // how many days old an article is, for freshness
};

TEST(Clocks, OnlyNamedFilesAskForTheTimeOfDay) {
  const std::regex time_of_day(
      "system_clock|system_timer|high_resolution_clock|CLOCK_REALTIME|gettimeofday|[^_a-z.>]time\\((nullptr|"
      "NULL|0|&)");
  for (const SourceFile& file : source_files(false))
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      if (std::regex_search(file.lines[i], time_of_day)) {
        EXPECT_TRUE(kMayKnowTheDay.contains(file.path))
            << file.path << ":" << i + 1 << ": use the steady clock, or say in this test why not";
      }
}

TEST(Clocks, NamedFilesDoSo) {
  std::set<std::string> found;
  for (const SourceFile& file : source_files(false))
    for (const std::string& line : file.lines)
      if (line.find("system_clock") != std::string::npos) found.insert(file.path);
  EXPECT_EQ(found, kMayKnowTheDay);
}

}  // namespace
}  // namespace assay::tests
