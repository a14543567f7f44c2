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
  EXPECT_EQ(extract_text("Posted on Friday 30th May 2025\n\nStaff have been thanked.\n").title, "Staff have been thanked.");
  EXPECT_EQ(extract_text("By the Health Correspondent\nCare plan wins support in county\nThe plan was agreed.\n").title,
            "Care plan wins support in county");
}

TEST(Title, AHeadlineIsNotRepeatedInTheBody) {
  EXPECT_EQ(extract_text("Care plan wins support\nThe plan was agreed.\n").body, "The plan was agreed.\n");
}

}  // namespace
}  // namespace assay::tests
