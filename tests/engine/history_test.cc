#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/engine/engine.h"
#include "searchd/engine/failure.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using testing::ElementsAre;
using tests::SmallIndex;

class HistoryTest : public testing::Test {
 protected:
  const SmallIndex index_{std::vector<std::pair<std::string, std::string>>{
      {"new",
       "Published: 1 May 2025\nThe CQC rated Leeds City Council as good. Its overall score was 70 per "
       "cent.\n"},
      {"old", "Published: 2 May 2024\nThe CQC rated Leeds City Council as requires improvement.\n"},
      {"undated", "The CQC rated Leeds City Council as good.\n"},
      {"both",
       "Published: 3 June 2025\nThe CQC rated Kent County Council as inadequate. It had rated Leeds City "
       "Council as good.\n"},
      {"none",
       "Published: 3 June 2025\nLeeds City Council wants more carers for its unpaid carers' scheme.\n"}}};
  const Engine engine_{index_.path()};
};

TEST_F(HistoryTest, TellsRatingsOldestFirstWithTheArticleBehindEach) {
  const History history = engine_.history("Leeds City Council", Stop::never());
  EXPECT_EQ(history.subject, "leeds");
  EXPECT_EQ(history.label, "Leeds");
  std::vector<std::pair<std::string, std::string>> events;
  for (const RatingEvent& event : history.events) events.emplace_back(event.id, event.rating);
  EXPECT_THAT(events, ElementsAre(std::pair("old", "requires-improvement"), std::pair("new", "good"),
                                  std::pair("both", "good"), std::pair("undated", "good")));
  EXPECT_EQ(history.events[1].overall_score, 70);
  EXPECT_EQ(history.events[1].rating_status, "current");
  EXPECT_EQ(history.events[2].rating_status, "");  // the article's main council is another
}

TEST_F(HistoryTest, ComparesCouncilsAsTheyWereAsked) {
  const Comparison comparison = engine_.compare({"kent", "Leeds"}, Stop::never());
  ASSERT_EQ(comparison.subjects.size(), 2u);
  EXPECT_EQ(comparison.subjects[0].subject, "kent");
  EXPECT_EQ(comparison.subjects[0].latest->rating, "inadequate");
  const SubjectSummary& leeds = comparison.subjects[1];
  EXPECT_EQ(leeds.articles, 5u);
  EXPECT_EQ(leeds.latest->id, "both");
  EXPECT_EQ(leeds.overall_score, 70);
  std::vector<std::string> facets;
  for (const FacetCounts& facet : leeds.facets) facets.push_back(facet.facet);
  EXPECT_THAT(facets, ElementsAre("rating", "theme"));
}

TEST_F(HistoryTest, RefusesNamesThatMeanNoCouncil) {
  EXPECT_THROW(engine_.history("Atlantis", Stop::never()), Failure);
  EXPECT_THROW(engine_.compare({"leeds"}, Stop::never()), Failure);
  EXPECT_THROW(engine_.compare({"leeds", "Atlantis"}, Stop::never()), Failure);
  EXPECT_THAT(engine_.history("Derby", Stop::never()).events, ElementsAre());
}

}  // namespace
}  // namespace assay::engine
