// What a request adds to its query's text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/query/fake_index.h"

namespace assay::tests {
namespace {

using query::Plan;
using query::Request;
using testing::ElementsAre;
using testing::HasSubstr;

Request request(std::string_view text) {
  Request result;
  result.text = text;
  result.today = kToday;
  return result;
}

Plan plan(const Request& request) { return query::plan(request, sample_schema(), vocabulary()); }

void expect_refused(const Request& request, const std::string& why) {
  try {
    plan(request);
    ADD_FAILURE() << "accepted, not: " << why;
  } catch (const query::QueryError& error) {
    EXPECT_EQ(error.span, query::Span());
    EXPECT_THAT(error.what(), HasSubstr(why));
  }
}

TEST(Request, FiltersStandInTheSchemasOrderAndInTheCanonicalQuery) {
  Request asked = request("care OR home");
  asked.filters = {{"council", {"Stoke"}}, {"rating", {"Outstanding", "good"}}};
  const Plan made = plan(asked);
  EXPECT_EQ(made.canonical, "(care OR home) council:stoke-on-trent rating:outstanding,good");
  ASSERT_EQ(made.filters.size(), 2U);
  EXPECT_EQ(made.filters[0].facet, "rating");
  EXPECT_THAT(made.filters[0].clauses, ElementsAre(ElementsAre(0, 1)));
  EXPECT_EQ(made.filters[1].facet, "council");
  EXPECT_EQ(to_tree(made.root), "(or (term care|cared) (term home|homes))");
}

TEST(Request, FiltersAloneMatchAllThatPassThem) {
  Request asked = request("");
  asked.filters = {{"rating", {"good"}}};
  EXPECT_EQ(plan(asked).canonical, "rating:good");
  EXPECT_EQ(to_tree(plan(asked).root), "(all)");
}

TEST(Request, AFacetGivenTwiceMustSatisfyBoth) {
  Request asked = request("rating:good,inadequate");
  asked.filters = {{"rating", {"good", "outstanding"}}};
  ASSERT_EQ(plan(asked).filters.size(), 1U);
  EXPECT_THAT(plan(asked).filters[0].clauses, ElementsAre(ElementsAre(1, 3), ElementsAre(0, 1)));
  asked.filters.push_back({"rating", {"outstanding"}});
  ASSERT_EQ(plan(asked).filters.size(), 1U);
  EXPECT_THAT(plan(asked).filters[0].clauses,
              ElementsAre(ElementsAre(1, 3), ElementsAre(0, 1), ElementsAre(0)));
}

TEST(Request, DatesAreAConditionOfTheirOwn) {
  Request asked = request("care");
  asked.since = "2025-03";
  asked.until = "2025-06";
  EXPECT_EQ(plan(asked).canonical, "care date:2025-03..2025-06");
  EXPECT_EQ(to_tree(plan(asked).root), "(and (term care|cared) (date 20250301..20250630))");
  asked.since.clear();
  EXPECT_EQ(plan(asked).canonical, "care until:2025-06");
  EXPECT_EQ(to_tree(plan(asked).root), "(and (term care|cared) (date ..20250630))");
}

TEST(Request, UnknownNamesAreRefusedWithAHint) {
  Request asked = request("care");
  asked.filters = {{"ratng", {"good"}}};
  expect_refused(asked, "'ratng' is no facet of this index; its facets are rating, council, theme, source");
  asked.filters = {{"rating", {"good", "goood"}}};
  expect_refused(asked, "'goood' is no value of rating; the nearest is 'good'");
  asked.filters = {{"council", {"Kingston"}}};
  expect_refused(asked, "'Kingston' may be several values of council: 'hull', 'kingston-upon-thames'");
  asked.filters = {{"rating", {}}};
  expect_refused(asked, "the filter on rating names no value");
}

TEST(Request, UnreadableDatesAreRefused) {
  Request asked = request("care");
  asked.since = "lately";
  expect_refused(asked, "'lately' is no date; a date is like 2025, 2025-06");
  asked.since.clear();
  asked.until = "2025-02-30";
  expect_refused(asked, "'2025-02-30' is no date");
}

TEST(Request, ARangeThatEndsBeforeItBeginsMatchesNothing) {
  Request asked = request("care");
  asked.since = "2025";
  asked.until = "2024";
  EXPECT_EQ(to_tree(plan(asked).root), "(none)");
  ASSERT_EQ(plan(asked).notes.size(), 1U);
  EXPECT_THAT(plan(asked).notes[0].text, HasSubstr("ends before it begins"));
}

}  // namespace
}  // namespace assay::tests
