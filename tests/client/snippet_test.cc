#include "client/cli/snippet.h"

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

TEST(Snippet, HtmlIsEscapedInsideAndOutsideMarks) {
  const Snippet snippet{"<b>R&D</b> \"it's\"", {{3, 6}}, false, false};
  EXPECT_EQ(snippet_html(snippet), "&lt;b&gt;<mark>R&amp;D</mark>&lt;/b&gt; &quot;it&#39;s&quot;");
}

TEST(Snippet, CutsAreWrittenOut) {
  const Snippet snippet{"direct payments", {{0, 6}}, true, true};
  EXPECT_EQ(snippet_html(snippet), "…<mark>direct</mark> payments…");
  EXPECT_EQ(snippet_plain(snippet), "…direct payments…");
  EXPECT_EQ(snippet_lines(snippet, {}), "…direct payments…\n");
}

TEST(Snippet, AdjoiningMarksStayApart) {
  EXPECT_EQ(snippet_html({"abcd", {{0, 2}, {2, 4}}, false, false}), "<mark>ab</mark><mark>cd</mark>");
}

TEST(Snippet, TheBestIsTheFirst) {
  Hit hit;
  EXPECT_EQ(best_snippet(hit).text, "");
  hit.snippets = {{"one", {}}, {"two", {}}};
  EXPECT_EQ(best_snippet(hit).text, "one");
}

TEST(Snippet, AnEmptyOneIsEmptyEverywhere) {
  EXPECT_EQ(snippet_html({}), "");
  EXPECT_EQ(snippet_plain({}), "");
  EXPECT_EQ(snippet_lines({}, {}), "");
}

}  // namespace
}  // namespace assay::cli
