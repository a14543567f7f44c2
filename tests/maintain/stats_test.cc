#include "indexer/maintain/stats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/maintain/sample_index.h"

namespace assay::maintain {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Key;
using testing::Pair;
using tests::SampleIndex;

TEST(Stats, CountWhatTheIndexHolds) {
  const SampleIndex index;
  const Stats numbers = stats(index.path());
  EXPECT_EQ(numbers.generation, "gen-000001");
  EXPECT_EQ(numbers.articles, 4u);
  EXPECT_EQ(numbers.groups, 1u);
  EXPECT_EQ(numbers.copies, 2u);
  EXPECT_EQ(numbers.taxonomy, tests::built_in_taxonomy().fingerprint());
  EXPECT_THAT(numbers.tables, Contains(Key("postlist.glass")));
  EXPECT_GT(numbers.index_bytes, numbers.tables.at("postlist.glass"));
  EXPECT_GT(numbers.terms, numbers.words);
  EXPECT_GT(numbers.length, numbers.words);
  EXPECT_GT(numbers.text_bytes, 0u);
  EXPECT_GT(numbers.committed, 0);
  ASSERT_EQ(numbers.facets.front().name, "rating");
  EXPECT_THAT(numbers.facets.front().counts, testing::ElementsAre(Pair("none", 3u), Pair("good", 1u)));
}

TEST(Stats, ArePrintedForPeopleAndPrograms) {
  const SampleIndex index;
  const Stats numbers = stats(index.path());
  EXPECT_THAT(to_text(numbers), HasSubstr("articles    4\n"));
  EXPECT_THAT(to_text(numbers), HasSubstr("copies      2 articles in 1 groups\n"));
  EXPECT_THAT(to_text(numbers), HasSubstr("rating    2 of 5 values: none 3, good 1\n"));
  const boost::json::object json = boost::json::parse(to_json(numbers)).as_object();
  EXPECT_EQ(json.at("articles").to_number<int>(), 4);
  EXPECT_EQ(json.at("facets").at("council").at("kent").to_number<int>(), 1);
  EXPECT_EQ(json.at("tables").as_object().size(), numbers.tables.size());
  EXPECT_THAT(std::string(json.at("committed").as_string()), testing::MatchesRegex("....-..-..T..:..:..Z"));
}

}  // namespace
}  // namespace assay::maintain
