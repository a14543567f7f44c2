#include "searchd/query/values.h"

#include <gtest/gtest.h>

#include "tests/query/fake_index.h"

namespace assay::tests {
namespace {

using query::edit_distance;

constexpr std::size_t kFar = 1000;

// The id that a name stands for, or the problem with it.
std::string find(const std::string& facet_name, const std::string& name) {
  const schema::Facet& facet = *sample_schema().find(facet_name);
  const query::NamedValue found = query::ValueFinder().find(facet, name);
  return found.ordinal ? facet.values()[*found.ordinal].id : found.problem;
}

TEST(Values, GoByIdLabelAndAlias) {
  EXPECT_EQ(find("council", "stoke-on-trent"), "stoke-on-trent");
  EXPECT_EQ(find("council", "STOKE on Trent"), "stoke-on-trent");
  EXPECT_EQ(find("council", "Stoke-on-Trent City Council"), "stoke-on-trent");
  EXPECT_EQ(find("rating", "requires_improvement"), "requires-improvement");
  EXPECT_EQ(find("rating", "ri"), "requires-improvement");
  EXPECT_EQ(find("source", "The Daily Paper"), "The Daily Paper");
  EXPECT_EQ(find("source", "CAF\xC3\x89 news"), "cafe-news");
}

TEST(Values, GoByTheirFirstWholeWords) {
  EXPECT_EQ(find("council", "Stoke"), "stoke-on-trent");
  EXPECT_EQ(find("council", "Bournemouth Christchurch"), "bournemouth-christchurch-and-poole");
  EXPECT_EQ(find("source", "the daily"), "The Daily Paper");
  EXPECT_EQ(find("rating", "no"), "'no' is no value of rating; the nearest is 'none'");  // two letters
}

TEST(Values, AWholeNameBeatsABeginning) { EXPECT_EQ(find("council", "Derby"), "derby"); }

TEST(Values, AnAmbiguousNameListsItsCandidates) {
  EXPECT_EQ(find("council", "Kingston"),
            "'Kingston' may be several values of council: 'hull', 'kingston-upon-thames'");
}

TEST(Values, ALongListOfCandidatesIsCut) {
  schema::Facet facet;
  facet.name = "place";
  for (int i = 1; i < 9; ++i) facet.add({"north-" + std::to_string(i), "North " + std::to_string(i), {}, {}});
  EXPECT_EQ(
      query::ValueFinder().find(facet, "north").problem,
      "'north' may be several values of place: 'north-1', 'north-2', 'north-3', 'north-4', 'north-5' and 3 "
      "more");
}

TEST(Values, AnUnknownNameGetsTheNearest) {
  EXPECT_EQ(find("rating", "oustanding"), "'oustanding' is no value of rating; the nearest is 'outstanding'");
  EXPECT_EQ(find("council", "Sotke"), "'Sotke' is no value of council; the nearest is 'stoke-on-trent'");
  EXPECT_EQ(find("council", "Lodnon Borough of Brent"),
            "'Lodnon Borough of Brent' is no value of council; the nearest is 'brent'");
  EXPECT_EQ(find("rating", "*"), "'*' is no value of rating; the nearest is 'good'");
  EXPECT_EQ(find("rating", std::string(60, 'x') + ' ' + std::string(60, 'x')),
            "'" + std::string(60, 'x') + "...' is no value of rating");
  EXPECT_EQ(query::ValueFinder().find(schema::Facet(), "x").problem, "'x' is no value of ");
}

TEST(Values, SuggestionsEndWhereTheyWouldCost) {
  query::ValueFinder finder;
  const schema::Facet& facet = *sample_schema().find("rating");
  for (int i = 0; i < 8; ++i)
    EXPECT_EQ(finder.find(facet, "goood").problem, "'goood' is no value of rating; the nearest is 'good'");
  EXPECT_EQ(finder.find(facet, "goood").problem, "'goood' is no value of rating");
}

TEST(EditDistance, CountsInsertionsDeletionsAndReplacements) {
  EXPECT_EQ(edit_distance("", "", kFar), 0U);
  EXPECT_EQ(edit_distance("good", "good", kFar), 0U);
  EXPECT_EQ(edit_distance("", "good", kFar), 4U);
  EXPECT_EQ(edit_distance("goood", "good", kFar), 1U);
  EXPECT_EQ(edit_distance("gold", "good", kFar), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting", kFar), 3U);
  EXPECT_EQ(edit_distance("sitting", "kitten", kFar), 3U);
}

TEST(EditDistance, StopsAtEnough) {
  EXPECT_EQ(edit_distance("kitten", "sitting", 3), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 2), 2U);
  EXPECT_EQ(edit_distance("a", "abcdef", 2), 2U);
}

}  // namespace
}  // namespace assay::tests
