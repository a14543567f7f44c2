#include "indexer/schema/stored_article.h"

#include <gtest/gtest.h>

#include "indexer/schema/schema.h"

namespace assay::schema {
namespace {

TEST(StoredArticle, SurvivesTheRoundTrip) {
  StoredArticle before;
  before.id = "id";
  before.title = "title";
  before.date = "2025-05-30";
  before.url = "url";
  before.publisher = "publisher";
  before.path = "path";
  before.text = "text\nmore";
  before.facets = {{"council", {"york", "hull"}}, {"rating", {"good"}}};
  before.evidence = {{"rating", "good", "a grade"}};
  before.language = "en-GB";
  before.rating_status = "derived";
  before.score = 64;
  before.statement_scores = {{"theme", "equity", 3}};
  before.council_ratings = {{"york", "inadequate"}};
  const StoredArticle after = parse_article(serialise(before));
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.title, before.title);
  EXPECT_EQ(after.date, before.date);
  EXPECT_EQ(after.url, before.url);
  EXPECT_EQ(after.publisher, before.publisher);
  EXPECT_EQ(after.path, before.path);
  EXPECT_EQ(after.text, before.text);
  ASSERT_EQ(after.facets.size(), 2u);
  EXPECT_EQ(after.facets[0].values, before.facets[0].values);
  ASSERT_EQ(after.evidence.size(), 1u);
  EXPECT_EQ(after.evidence[0].text, "a grade");
  EXPECT_EQ(after.language, before.language);
  EXPECT_EQ(after.rating_status, before.rating_status);
  EXPECT_EQ(after.score, before.score);
  ASSERT_EQ(after.statement_scores.size(), 1u);
  EXPECT_EQ(after.statement_scores[0].value, "equity");
  EXPECT_EQ(after.statement_scores[0].score, 3);
  ASSERT_EQ(after.council_ratings.size(), 1u);
  EXPECT_EQ(after.council_ratings[0].rating, "inadequate");
}

TEST(StoredArticle, RefusesForeignBytes) { EXPECT_THROW(parse_article("\xff\xff"), FormatError); }

}  // namespace
}  // namespace assay::schema
