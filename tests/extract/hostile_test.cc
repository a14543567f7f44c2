// Texts that would make a rule look at the same words again and again.
#include <gtest/gtest.h>

#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

std::string repeated(std::string_view text) {
  constexpr std::size_t kBytes = 300'000;
  std::string all;
  while (all.size() < kBytes) all += text;
  return all;
}

// Each takes a fraction of a second where no rule is quadratic, and far longer than a test may where one is.
TEST(Hostile, RepetitionIsReadInLinearTime) {
  for (const std::string_view text :
       {"the council was rated overall score ", "a point good ", "score 70 ", "3 May 2025 ",
        "Leeds Bradford ", "Leeds: good\n", "The council. Good. ",
        "Leeds City Council said so. It was rated good. ", "good ", "safeguarding three ", "a\n",
        "equity 3, ", "cookies Leeds we our us\n"})
    EXPECT_LE(extract_text(repeated(text)).title.size(), 400U) << text;
}

TEST(Hostile, NothingIsSaidOfNothing) {
  for (const char* text : {"", "\n\n", " ", ".", "|", "3", "\xE2\x80\x99", "a"}) {
    const extract::Extraction extraction = extract_text(text);
    EXPECT_EQ(value_of(extraction, "rating"), "") << text;
    EXPECT_EQ(value_of(extraction, "council"), "") << text;
  }
}

TEST(Hostile, ARangeMayLackItsEnd) {
  EXPECT_TRUE(extract_text("Leeds City Council\nSafeguarding went from 1 to").statement_scores.empty());
}

}  // namespace
}  // namespace assay::tests
