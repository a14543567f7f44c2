// What lifts an article above another, and that nothing of it changes what is found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/engine/engine.h"
#include "searchd/engine/stop_words.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using tests::SmallIndex;

std::vector<std::string> ids(const SmallIndex& index, const std::string& query, bool feedback = false) {
  const Engine engine(index.path());
  SearchRequest request;
  request.query = query;
  request.feedback = feedback;
  std::vector<std::string> result;
  for (const Hit& hit : engine.search(request, Stop::never()).hits) result.push_back(hit.id);
  return result;
}

TEST(Ranking, TheFormThatTheQueryHasComesFirst) {
  const SmallIndex index({{"a", "The team was assessed in the spring and that was that.\n"},
                          {"b", "The team was assessing in the spring and that was that.\n"},
                          {"c", "Nothing of the kind was said in the spring and that was that.\n"}});
  EXPECT_THAT(ids(index, "assessed"), ElementsAre("a", "b"));
  EXPECT_THAT(ids(index, "assessing"), ElementsAre("b", "a"));
}

TEST(Ranking, AStopWordCountsLessButHasToBeThere) {
  const SmallIndex index({{"a", "Between visits the carers wait. Carers wait, carers call.\n"},
                          {"b", "Between this and that and between us, carers come between visits.\n"},
                          {"c", "Carers wait for visits and call and wait once more for them.\n"},
                          {"d", "Nobody says a thing of it anywhere in this long sentence here.\n"}});
  EXPECT_TRUE(is_stop_word("between"));
  EXPECT_FALSE(is_stop_word("carers"));
  EXPECT_THAT(ids(index, "between carers"), ElementsAre("a", "b"));
  EXPECT_THAT(ids(index, "=between"), UnorderedElementsAre("a", "b"));
}

TEST(Ranking, FeedbackLiftsWhatIsLikeTheBestAndFindsTheSame) {
  const SmallIndex index({{"a", "Reablement reablement helps people home with therapists and kitchens.\n"},
                          {"b", "Reablement was named once among budgets, levies, ledgers and tax bands.\n"},
                          {"c", "Reablement was named once by therapists, in kitchens, at home and so on.\n"},
                          {"d", "Therapists and kitchens at home, with people helped.\n"}});
  EXPECT_THAT(ids(index, "reablement", true), UnorderedElementsAre("a", "b", "c"));
  EXPECT_THAT(ids(index, "-reablement", true), ElementsAre("d"));
  EXPECT_THAT(ids(index, "", true), UnorderedElementsAre("a", "b", "c", "d"));
}

}  // namespace
}  // namespace assay::engine
