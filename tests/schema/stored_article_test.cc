#include "indexer/schema/stored_article.h"

#include <gtest/gtest.h>

#include "indexer/schema/schema.h"

namespace assay::schema {
namespace {

TEST(StoredArticle, SurvivesTheRoundTrip) {
  const StoredArticle before{"id",
                             "title",
                             "2025-05-30",
                             "url",
                             "publisher",
                             "path",
                             "text\nmore",
                             {{"council", {"york", "hull"}}, {"rating", {"good"}}},
                             {{"rating", "good", "a grade"}}};
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
}

TEST(StoredArticle, RefusesForeignBytes) { EXPECT_THROW(parse_article("\xff\xff"), FormatError); }

}  // namespace
}  // namespace assay::schema
