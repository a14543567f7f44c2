#include <gtest/gtest.h>

#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

TEST(Title, StatedThenHeadlineThenOpening) {
  read::Article article;
  article.text = "City's care services rated 'good'\n\nBy Newsdesk\nThe city was glad of it.\n";
  EXPECT_EQ(extract_article(article).title, "City's care services rated 'good'");
  article.title = "A stated title";
  EXPECT_EQ(extract_article(article).title, "A stated title");
  EXPECT_EQ(extract_text("Staff have been thanked for their work. More follows.\n").title,
            "Staff have been thanked for their work.");
}

TEST(Title, IsNoDateAndNoByline) {
  EXPECT_EQ(extract_text("Posted on Friday 30th May 2025\n\nStaff have been thanked.\n").title,
            "Staff have been thanked.");
  EXPECT_EQ(
      extract_text("By the Health Correspondent\nCare plan wins support in county\nThe plan was agreed.\n")
          .title,
      "Care plan wins support in county");
}

TEST(Title, AStatedTitleTakesNoLineOfTheTextButItsOwn) {
  read::Article article;
  article.title = "Cabinet meeting, 12 March 2025";
  article.text = "Council sets out its zebra crossing plan\nIt was agreed.\n";
  EXPECT_EQ(extract_article(article).body, article.text);
  article.title = "Council sets out its zebra crossing plan";
  EXPECT_EQ(extract_article(article).body, "It was agreed.\n");
  article.title = "Council sets";
  EXPECT_EQ(extract_article(article).body, article.text);
}

TEST(Title, AHeadlineIsNotRepeatedInTheBody) {
  EXPECT_EQ(extract_text("Care plan wins support\nThe plan was agreed.\n").body, "The plan was agreed.\n");
}

}  // namespace
}  // namespace assay::tests
