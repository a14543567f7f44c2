// Synonyms in the tree: what is widened, and what stays alone.
#include "searchd/query/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/query/fake_index.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;

const query::SynonymTable& table() {
  static const query::SynonymTable table({{true, {"dps", "direct payments"}},
                                          {false, {"elderly", "older people"}},
                                          {true, {"co production", "coproduction"}}});
  return table;
}

std::string widened(std::string_view text) { return to_tree(*plan_text(text, &table()).tree); }

TEST(Synonyms, StandBesideAWordARunOfWordsAndACompound) {
  EXPECT_EQ(widened("dps"), "(or (word dps) (adj/1 (word direct) (word payments)))");
  EXPECT_EQ(widened("direct payment"), "(or (and (word direct) (word payment)) (word dps))");
  EXPECT_EQ(widened("late direct payments"),
            "(and (word late) (or (and (word direct) (word payments)) (word dps)))");
  EXPECT_EQ(widened("co-production"), "(or (compound co production) (word coproduction))");
  EXPECT_EQ(widened("(dps OR care) -elderly"),
            "(and (or (word dps) (adj/1 (word direct) (word payments)) (word care)) "
            "(not (or (word elderly) (adj/1 (word older) (word people)))))");
}

TEST(Synonyms, LeaveAloneWhatIsExactInAFieldOrNear) {
  for (const char* const text : {"\"direct payments\"", "=dps", "\"dps\"", "title:dps", "dps NEAR/3 late",
                                 "older people", "payments direct", "dps*"})
    EXPECT_EQ(widened(text), to_tree(*plan_text(text).tree)) << text;
}

TEST(Synonyms, AreNotedAndNoPartOfTheCanonicalForm) {
  const query::Plan plan = plan_text("late dps", &table());
  EXPECT_EQ(plan.canonical, "late dps");
  bool noted = false;
  for (const query::Note& note : plan.notes) {
    if (note.text.find("also finds") == std::string::npos) continue;
    EXPECT_THAT(note.text, HasSubstr("dps also finds \"direct payments\""));
    EXPECT_EQ(note.span, (query::Span{5, 8}));
    noted = true;
  }
  EXPECT_TRUE(noted);
}

TEST(Synonyms, StandInForAWordThatNoArticleHolds) {
  EXPECT_FALSE(plan_text("dps").missing.empty());
  EXPECT_TRUE(plan_text("dps", &table()).missing.empty());
  EXPECT_FALSE(plan_text("dpss", &table()).missing.empty());
}

TEST(Synonyms, OfOneQueryAreBounded) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "dps OR ";
  const std::string tree = widened(text + "care");
  std::size_t implied = 0;
  for (std::size_t at = 0; (at = tree.find("adj/1", at)) != std::string::npos; ++at) ++implied;
  EXPECT_EQ(implied, 24u);
}

}  // namespace
}  // namespace assay::tests
