#include <gtest/gtest.h>

#include "client/cli/article_format.h"
#include "tests/client/golden.h"
#include "tests/client/samples.h"

namespace assay::cli {
namespace {

TEST(ArticleFormat, EachIsAsItsGoldenFile) {
  const Article article = tests::sample_article();
  tests::expect_golden("article.text", kArticleText.print(article, {false, 80}));
  tests::expect_golden("article-colour.text", kArticleText.print(article, {true, 40}));
  tests::expect_golden("article.json", kArticleJson.print(article, {}));
}

TEST(ArticleFormat, AnArticleOfAnIdAloneIsShort) {
  Article article;
  article.id = "bare";
  EXPECT_EQ(kArticleText.print(article, {}), "(no title)\nbare\n");
}

}  // namespace
}  // namespace assay::cli
