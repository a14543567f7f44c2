#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "searchd/engine/engine.h"
#include "searchd/engine/failure.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::kStated;
using tests::SmallIndex;
using tests::stated;

std::string today_as_text() {
  const std::chrono::year_month_day day{
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

class Sorting : public testing::Test {
 protected:
  std::vector<std::string> ids(std::vector<SortKey> sort, const std::string& query = "care") const {
    SearchRequest request;
    request.query = query;
    request.sort = std::move(sort);
    std::vector<std::string> ids;
    for (const Hit& hit : engine_.search(request, Stop::never()).hits) ids.push_back(hit.id);
    return ids;
  }

  const SmallIndex index_{kStated,
                          {stated("a", "2025-03-01", "good", "york", "Care of people."),
                           stated("b", "2025-01-01", "inadequate", "barnet", "Care of people."),
                           stated("c", "", "outstanding", "leeds,camden", "Care of people."),
                           stated("d", "2025-02-01", "", "", "Care of people."),
                           stated("e", "2025-02-01", "good", "hull", "Care, care and care of people.")}};
  const Engine engine_{index_.path()};
};

TEST_F(Sorting, ByDateBothWaysWithTheUndatedLast) {
  EXPECT_THAT(ids({{"date", false}}), ElementsAre("b", "d", "e", "a", "c"));
  EXPECT_THAT(ids({{"date", true}}), ElementsAre("a", "d", "e", "b", "c"));
}

TEST_F(Sorting, ByAFacetsOwnOrderWithNoValueLast) {
  EXPECT_THAT(ids({{"rating", false}}), ElementsAre("c", "a", "e", "b", "d"));
  EXPECT_THAT(ids({{"rating", true}}), ElementsAre("b", "a", "e", "c", "d"));
}

TEST(SortingByScore, PutsArticlesWithoutOneLast) {
  const auto scored = [](const std::string& council, const std::string& grade, int score) {
    return "The CQC rated " + council + "'s adult social care as " + grade + ", with an overall score of " +
           std::to_string(score) + " per cent.\n";
  };
  const SmallIndex index({{"b", scored("Leeds City Council", "good", 63)},
                          {"a", scored("Kent County Council", "good", 87)},
                          {"c", scored("City of York Council", "inadequate", 38)},
                          {"none", "Care that nobody scored.\n"}});
  const Engine engine(index.path());
  const auto sorted = [&](bool descending) {
    SearchRequest request;
    request.sort = {{"score", descending}};
    std::vector<std::string> ids;
    for (const Hit& hit : engine.search(request, Stop::never()).hits) ids.push_back(hit.id);
    return ids;
  };
  EXPECT_THAT(sorted(false), ElementsAre("c", "b", "a", "none"));
  EXPECT_THAT(sorted(true), ElementsAre("a", "b", "c", "none"));
}

TEST_F(Sorting, ByLabelWhereAFacetHasNoOrder) {
  EXPECT_THAT(ids({{"council", false}}), ElementsAre("b", "c", "e", "a", "d"));
  // Of two councils the one that comes first counts: York, Leeds, Kingston upon Hull, Barnet.
  EXPECT_THAT(ids({{"council", true}}), ElementsAre("a", "c", "e", "b", "d"));
}

TEST_F(Sorting, ByTwoKeys) {
  EXPECT_THAT(ids({{"rating", false}, {"date", false}}), ElementsAre("c", "e", "a", "b", "d"));
  EXPECT_THAT(ids({{"relevance", false}, {"council", true}}).front(), "e");
}

TEST_F(Sorting, TiesBreakByDateThenId) {
  EXPECT_THAT(ids({{"score", false}}), ElementsAre("a", "d", "e", "b", "c"));
  EXPECT_THAT(ids({}, ""), ElementsAre("a", "d", "e", "b", "c"));
}

TEST_F(Sorting, RefusesWhatIsNoOrder) {
  const auto failure_of = [&](std::vector<SortKey> sort) {
    try {
      ids(std::move(sort));
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.kind, FailureKind::kInvalid);
      return std::string(failure.what());
    }
    return std::string();
  };
  EXPECT_THAT(failure_of({{"size", false}}), HasSubstr("relevance, date, score, rating, council"));
  EXPECT_THAT(failure_of({{"date", false}, {"relevance", false}}), HasSubstr("first key"));
  EXPECT_THAT(failure_of({{"date", false}, {"rating", false}, {"council", false}}), HasSubstr("at most 2"));
}

TEST_F(Sorting, FreshnessLiftsTheNewAndFindsTheSame) {
  SearchRequest request;
  request.query = "people";
  request.freshness_days = 30;
  std::vector<std::string> found;
  for (const Hit& hit : engine_.search(request, Stop::never()).hits) found.push_back(hit.id);
  EXPECT_THAT(found, testing::UnorderedElementsAre("a", "b", "c", "d", "e"));
  const SmallIndex ages{kStated,
                        {stated("long-ago", "2023-01-01", "", "", "Care care care."),
                         stated("today", today_as_text(), "", "", "Care of many people and things.")}};
  request.query = "care";
  EXPECT_EQ(Engine(ages.path()).search(request, Stop::never()).hits.front().id, "today");
  request.freshness_days = 0;
  EXPECT_EQ(Engine(ages.path()).search(request, Stop::never()).hits.front().id, "long-ago");
}

}  // namespace
}  // namespace assay::engine
