#include "bench/load/mix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace assay::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

bench::Mix read(const std::string& text) {
  std::istringstream in(text);
  return bench::read_mix(in);
}

TEST(Mix, ReadsASearchALine) {
  const bench::Mix mix =
      read("# a remark\n\n\"a b\" c\n\tlimit=0\tfacets=rating,theme\tcouncil=Leeds,York\tsort=date\n");
  ASSERT_EQ(mix.size(), 2u);
  EXPECT_EQ(mix[0].query(), "\"a b\" c");
  EXPECT_EQ(mix[0].limit(), 10u);
  EXPECT_EQ(mix[1].query(), "");
  EXPECT_EQ(mix[1].limit(), 0u);
  EXPECT_THAT(mix[1].facets(), ElementsAre("rating", "theme"));
  ASSERT_EQ(mix[1].filters_size(), 1);
  EXPECT_EQ(mix[1].filters(0).facet(), "council");
  EXPECT_THAT(mix[1].filters(0).values(), ElementsAre("Leeds", "York"));
  ASSERT_EQ(mix[1].sort_size(), 1);
  EXPECT_TRUE(mix[1].sort(0).descending());
}

TEST(Mix, SaysWhichLineIsWrong) {
  for (const char* wrong : {"a\nb\tlimit=x\n", "a\nb\tfacets\n", "a\nb\t=x\n"}) {
    try {
      read(wrong);
      ADD_FAILURE() << wrong;
    } catch (const std::invalid_argument& told) {
      EXPECT_THAT(told.what(), HasSubstr("line 2: "));
    }
  }
  EXPECT_THROW(read("# nothing else\n"), std::invalid_argument);
}

TEST(Mix, TheBuiltInOneHasAllKinds) {
  std::size_t phrases = 0, filtered = 0, counted = 0;
  const bench::Mix mix = bench::built_in_mix();
  for (const v1::SearchRequest& search : mix) {
    phrases += search.query().find('"') == std::string::npos ? 0 : 1;
    filtered += search.filters_size() > 0 ? 1 : 0;
    counted += search.facets_size() > 0 ? 1 : 0;
  }
  EXPECT_GE(mix.size(), 30u);
  EXPECT_GE(phrases, 5u);
  EXPECT_GE(filtered, 5u);
  EXPECT_GE(counted, 10u);
}

}  // namespace
}  // namespace assay::tests
