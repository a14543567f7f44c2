#include "client/cli/screen.h"

#include <gtest/gtest.h>

#include "client/cli/wrap.h"

namespace assay::cli {
namespace {

constexpr std::size_t kNarrow = 20;

TEST(Screen, WidthCountsColumnsNotBytes) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("café"), 4U);
  EXPECT_EQ(display_width("cafe\u0301"), 4U);  // a combining accent
  EXPECT_EQ(display_width("五百"), 4U);
  EXPECT_EQ(display_width("a\xff"), 2U);
  EXPECT_EQ(pad("五", 4), "五  ");
  EXPECT_EQ(pad("longer", 2), "longer");
}

TEST(Screen, ControlCharactersDoNotReachTheTerminal) {
  EXPECT_EQ(printable("a\x1b[31mb\nc\td\x7f\u0085"
                      "e"),
            "a [31mb c d  e");
  EXPECT_EQ(printable("bad \xff byte"), "bad \uFFFD byte");
  EXPECT_EQ(printable("café … 五"), "café … 五");
}

TEST(Screen, PaintsOnlyWithColour) {
  EXPECT_EQ(paint({.color = false}, fmt::emphasis::bold, "x"), "x");
  EXPECT_EQ(paint({.color = true}, fmt::emphasis::bold, "x"), "\x1b[1mx\x1b[0m");
}

TEST(Wrap, BreaksBetweenWordsAtTheWidth) {
  const Screen screen{false, kNarrow};
  EXPECT_EQ(wrap(screen, "exactly twenty chars"), "exactly twenty chars\n");
  EXPECT_EQ(wrap(screen, "exactly twenty1 chars"), "exactly twenty1\nchars\n");
  EXPECT_EQ(wrap(screen, "五百 五百 五百 五百 五百"), "五百 五百 五百 五百\n五百\n");
}

TEST(Wrap, WhiteSpaceIsOneSpace) {
  EXPECT_EQ(wrap({false, kNarrow}, "  a\n\n b\t c  "), "a b c\n");
  EXPECT_EQ(wrap({false, kNarrow}, " \n "), "");
}

TEST(Wrap, AWordThatIsTooLongStandsAlone) {
  const std::string word(30, 'w');
  EXPECT_EQ(wrap({false, kNarrow}, "a " + word + " b"), "a\n" + word + "\nb\n");
}

TEST(Wrap, MarksArePaintedAcrossWordsAndAgainOnTheNextLine) {
  const Screen screen{true, kNarrow};
  const std::string on = "\x1b[1m\x1b[33m", off = "\x1b[0m";
  EXPECT_EQ(wrap(screen, "the direct payments", {{4, 19}}), "the " + on + "direct payments" + off + "\n");
  EXPECT_EQ(wrap(screen, "many got direct payments", {{9, 24}}),
            "many got " + on + "direct" + off + "\n" + on + "payments" + off + "\n");
  EXPECT_EQ(wrap(screen, "co-produced work", {{3, 11}, {12, 16}}),
            "co-" + on + "produced" + off + " " + on + "work" + off + "\n");
}

TEST(Wrap, WithoutColourMarksLeaveNoTrace) {
  EXPECT_EQ(wrap({false, kNarrow}, "the direct payments", {{4, 10}}), "the direct payments\n");
}

}  // namespace
}  // namespace assay::cli
