// Text in the language of man(7).
#include "usage/roff.h"

#include <gtest/gtest.h>

namespace assay::usage {
namespace {

TEST(Roff, WhatHasAMeaningThereLosesIt) {
  EXPECT_EQ(roff("a\\b"), "a\\eb");
  EXPECT_EQ(roff(".SH x"), "\\&.SH x");
  EXPECT_EQ(roff("'x'"), "\\&\\(aqx\\(aq");
  EXPECT_EQ(roff("`^~\""), "\\(ga\\(ha\\(ti\\(dq");
}

TEST(Roff, HyphensOfFlagsStayThoseOfWordsMayBreak) {
  EXPECT_EQ(roff("a well-known --flag, -x (-y) - so"), "a well-known \\-\\-flag, \\-x (\\-y) - so");
  EXPECT_EQ(roff_code("a-b"), "a\\-b");
}

TEST(Roff, OtherAlphabetsByTheirNumbers) { EXPECT_EQ(roff("é…😀"), "\\[u00E9]\\[u2026]\\[u1F600]"); }

TEST(Roff, LinesBreakBehindSentencesAndBeforeTheyGetLong) {
  EXPECT_EQ(roff_lines("One. Two"), "One.\nTwo\n");
  const std::string word(40, 'w');
  EXPECT_EQ(roff_lines(word + " " + word), word + "\n" + word + "\n");
  EXPECT_EQ(roff_lines(word + " ." + word), word + "\n\\&." + word + "\n");
}

TEST(Roff, ParagraphsAndCode) {
  EXPECT_EQ(roff_paragraphs("One.\n\n  code -x\n  more\n\nTwo."),
            "One.\n.PP\n.RS 4\n.EX\ncode \\-x\nmore\n.EE\n.RE\n.PP\nTwo.\n");
  EXPECT_EQ(roff_paragraphs("  code"), ".PP\n.RS 4\n.EX\ncode\n.EE\n.RE\n");
}

}  // namespace
}  // namespace assay::usage
