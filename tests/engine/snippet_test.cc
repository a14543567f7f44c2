#include "searchd/engine/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assay::engine {
namespace {

using query::Highlight;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Highlight word(std::vector<std::string> forms) { return {{std::move(forms)}, {}, 1, false}; }
Highlight phrase(std::vector<std::vector<std::string>> slots, unsigned window = 0) {
  const auto size = static_cast<unsigned>(slots.size());
  return {std::move(slots), {}, std::max(size, window), false};
}

std::vector<Snippet> best_snippets(std::string_view text, const std::vector<Highlight>& highlights,
                                   std::size_t count) {
  return SnippetFinder(highlights, count).best(text);
}

// The best one alone.
Snippet snippet(std::string_view text, const std::vector<Highlight>& highlights) {
  const std::vector<Snippet> best = best_snippets(text, highlights, 1);
  return best.empty() ? Snippet() : best.front();
}

std::vector<std::string> marked(const Snippet& snippet) {
  std::vector<std::string> result;
  for (const Mark& mark : snippet.marks)
    result.push_back(snippet.text.substr(mark.begin, mark.end - mark.begin));
  return result;
}

TEST(Snippet, MarksAPhraseAsOneAndNeverItsWords) {
  const Snippet result = snippet("A direct route. Direct payments help. Payments are direct.",
                                 {phrase({{"direct"}, {"payments"}})});
  EXPECT_THAT(marked(result), ElementsAre("Direct payments"));
}

TEST(Snippet, MarksWholeWordsOnly) {
  EXPECT_THAT(marked(snippet("It is really real.", {word({"real"})})), ElementsAre("real"));
}

TEST(Snippet, MarksAllFormsOfAWord) {
  EXPECT_THAT(marked(snippet("Carer\u2019s view: carers care.", {word({"carer", "carers"})})),
              ElementsAre("Carer\u2019s", "carers"));
}

TEST(Snippet, LooseAndUnorderedRuns) {
  EXPECT_THAT(marked(snippet("direct cash payments now", {phrase({{"direct"}, {"payments"}}, 3)})),
              ElementsAre("direct cash payments"));
  EXPECT_THAT(marked(snippet("direct cash payments now", {phrase({{"direct"}, {"payments"}}, 2)})),
              IsEmpty());
  const Highlight near{{{"payments"}, {"direct"}}, {}, 3, true};
  EXPECT_THAT(marked(snippet("direct cash payments now", {near})), ElementsAre("direct cash payments"));
}

TEST(Snippet, ShowsAMatchThatIsLongerThanTheWindow) {
  std::string text = "One two three. ";
  for (int i = 0; i < 50; ++i) text += "filler ";
  text += "direct ";
  for (int i = 0; i < 40; ++i) text += "word ";
  const Snippet result = snippet(text + "payments.", {phrase({{"direct"}, {"payments"}}, 60)});
  EXPECT_THAT(result.text, HasSubstr("direct word"));
  EXPECT_EQ(result.marks.size(), 1u);
}

TEST(Snippet, AWordFillsOneSlot) {
  EXPECT_THAT(marked(snippet("Some care is given.", {Highlight{{{"care"}, {"care"}}, {}, 5, true}})),
              IsEmpty());
}

TEST(Snippet, AWordMovesToAnotherSlotToMakeRoom) {
  const Highlight near{{{"care", "home"}, {"care"}}, {}, 5, true};
  EXPECT_THAT(marked(snippet("Some care at home.", {near})), ElementsAre("care at home"));
}

TEST(Snippet, ShowsTheWindowWithMostDifferentMatches) {
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "word ";
  const Snippet result = snippet("carers carers carers " + filler + ". Here carers meet payments. " + filler,
                                 {word({"carers"}), word({"payments"})});
  EXPECT_THAT(result.text, HasSubstr("Here carers meet payments."));
  EXPECT_TRUE(result.cut_before);
  EXPECT_TRUE(result.cut_after);
}

TEST(Snippet, BeginsWithTheTextWhereNothingMatches) {
  const Snippet result = snippet("First words.\nSecond line.", {word({"absent"})});
  EXPECT_EQ(result.text, "First words. Second line.");
  EXPECT_THAT(result.marks, IsEmpty());
  EXPECT_FALSE(result.cut_before || result.cut_after);
  EXPECT_EQ(snippet("", {word({"x"})}).text, "");
  EXPECT_EQ(snippet("... !!", {}).text, "");
}

TEST(Snippet, SeveralWindowsStandApartAndTellWhereTheyAre) {
  std::string text;
  for (int part = 0; part < 4; ++part) {
    text += part == 2 ? "Direct payments and carers matter here.\n" : "Carers matter here.\n";
    for (int i = 0; i < 60; ++i) text += "word" + std::to_string(i) + " ";
    text += "end.\n";
  }
  const std::vector<Snippet> best =
      best_snippets(text, {word({"carers"}), phrase({{"direct"}, {"payments"}})}, 3);
  ASSERT_EQ(best.size(), 3u);
  EXPECT_THAT(marked(best[0]), ElementsAre("Direct payments", "carers"));  // shows more than the others
  for (const Snippet& each : best) {
    std::string original = text.substr(each.offset, each.text.size());
    std::replace(original.begin(), original.end(), '\n', ' ');
    EXPECT_EQ(original, each.text);
    for (const Snippet& other : best)
      EXPECT_TRUE(&each == &other || each.offset + each.text.size() <= other.offset ||
                  other.offset + other.text.size() <= each.offset);
  }
  EXPECT_EQ(best_snippets(text, {word({"carers"})}, 5).size(), 4u);
  EXPECT_EQ(best_snippets(text, {word({"absent"})}, 5).size(), 1u);
}

}  // namespace
}  // namespace assay::engine
