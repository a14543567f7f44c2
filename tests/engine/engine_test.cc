#include "searchd/engine/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/engine/failure.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::SmallIndex;

const SmallIndex& sample() {
  static const SmallIndex index({
      {"a", "Published: 1 May 2025\nThe CQC rated Leeds City Council as good. It praised direct payments.\n"},
      {"b",
       "Published: 2 May 2025\nThe CQC rated Kent County Council as inadequate. Direct cash payments were "
       "late.\n"},
      {"c", "Leeds City Council plans more assessments. Payments made direct to people.\n"},
      {"d", "Published: 2 May 2025\nThe CQC rated Leeds City Council as good. It praised direct payments.\n"},
  });
  return index;
}

std::vector<std::string> ids(const SearchRequest& request) {
  static const Engine engine(sample().path());
  std::vector<std::string> result;
  for (const Hit& hit : engine.search(request, Stop::never()).hits) result.push_back(hit.id);
  return result;
}

SearchRequest query(const std::string& text) {
  SearchRequest request;
  request.query = text;
  return request;
}

TEST(Engine, PhrasesBooleansAndFields) {
  EXPECT_THAT(ids(query("\"direct payments\"")), ElementsAre("d", "a"));
  EXPECT_THAT(ids(query("direct payments -\"direct payments\"")), testing::UnorderedElementsAre("b", "c"));
  EXPECT_THAT(ids(query("assessment")), ElementsAre("c"));
  EXPECT_THAT(ids(query("=assessment")), ElementsAre());
  EXPECT_THAT(ids(query("kent OR assessed")), testing::UnorderedElementsAre("b", "c"));
  EXPECT_THAT(ids(query("rating:inadequate")), ElementsAre("b"));
  EXPECT_THAT(ids(query("-rating:good,inadequate")), ElementsAre("c"));
  EXPECT_THAT(ids(query("date:2025-05-02 rating:good")), ElementsAre("d"));
  EXPECT_THAT(ids(query("council:kent OR council:leeds rating:none")),
              testing::UnorderedElementsAre("b", "c"));
  EXPECT_THAT(ids(query("\"direct payments\"~1")), testing::UnorderedElementsAre("a", "b", "d"));
  EXPECT_THAT(ids(query("payments NEAR/3 direct")), testing::UnorderedElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(ids(query("\"direct payments\" NEAR/3 praised")), ElementsAre("d", "a"));
  EXPECT_THAT(ids(query("\"payments direct\" NEAR/3 praised")), ElementsAre());
  EXPECT_THAT(ids(query("praised ADJ/2 \"direct payments\"")), ElementsAre("d", "a"));
  EXPECT_THAT(ids(query("\"direct payments\" ADJ/2 praised")), ElementsAre());
  EXPECT_THAT(ids(query("asses*")), ElementsAre("c"));
}

TEST(Engine, TwoClausesOnOneFacetMustBothHold) {
  const SmallIndex both(
      {{"x", "Direct payments, and people were discharged from hospital."}, {"y", "Direct payments."}});
  const Engine engine(both.path());
  SearchRequest request = query("theme:direct-payments");
  request.filters = {{"theme", {"hospital-discharge"}}};
  request.facets = {"theme"};
  const SearchResult result = engine.search(request, Stop::never());
  ASSERT_EQ(result.total, 1u);
  EXPECT_EQ(result.hits[0].id, "x");
  for (const FacetCount& value : result.facets[0].values)
    EXPECT_EQ(value.selected, value.value == "direct-payments" || value.value == "hospital-discharge");
}

TEST(Engine, EqualScoresComeNewestFirstThenById) {
  // a and d differ in their day alone; c has none.
  EXPECT_THAT(ids(query("rating:good")), ElementsAre("d", "a"));
  EXPECT_THAT(ids(query("")), ElementsAre("b", "d", "a", "c"));
}

TEST(Engine, SortsByDateWithUndatedLast) {
  SearchRequest request = query("");
  request.sort = {{"date", false}};
  EXPECT_THAT(ids(request), ElementsAre("a", "b", "d", "c"));
  request.sort = {{"date", true}};
  EXPECT_THAT(ids(request), ElementsAre("b", "d", "a", "c"));
}

TEST(Engine, RangesLeaveUndatedArticlesOut) {
  SearchRequest request = query("");
  request.until = "2025";
  EXPECT_THAT(ids(request), ElementsAre("b", "d", "a"));
  request.until = "2025-05-01";
  EXPECT_THAT(ids(request), ElementsAre("a"));
}

TEST(Engine, ReportsTheFailureKindAndPlace) {
  const Engine engine(sample().path());
  const auto failure_of = [&](const SearchRequest& request, const Stop& stop) {
    try {
      engine.search(request, stop);
    } catch (const Failure& failure) {
      return failure;
    }
    return Failure(FailureKind::kInternal, "no failure");
  };
  EXPECT_EQ(failure_of(query("direct a*"), Stop::never()).kind, FailureKind::kInvalid);
  EXPECT_EQ(failure_of(query("direct a*"), Stop::never()).span.begin, 7u);
  SearchRequest facets = query("");
  facets.facets = {"colour"};
  EXPECT_THAT(failure_of(facets, Stop::never()).what(), HasSubstr("colour"));
  EXPECT_EQ(failure_of(query("direct"), Stop(Stop::Clock::now())).kind, FailureKind::kDeadline);
  const Stop cancelled = Stop::never();
  cancelled.cancel();
  EXPECT_EQ(failure_of(query("direct"), cancelled).kind, FailureKind::kCancelled);
}

TEST(Engine, GetsAnArticleOrSaysItHasNone) {
  const Engine engine(sample().path());
  const Article article = engine.get("a", Stop::never());
  EXPECT_EQ(article.stored.date, "2025-05-01");
  EXPECT_THAT(article.stored.text, HasSubstr("direct payments"));
  EXPECT_FALSE(article.stored.evidence.empty());
  EXPECT_THROW(engine.get("z", Stop::never()), Failure);
}

TEST(Engine, NeedsAnIndex) {
  const tests::TempFolder folder;
  EXPECT_THROW(Engine{folder.path()}, Failure);
}

}  // namespace
}  // namespace assay::engine
