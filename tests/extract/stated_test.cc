#include "indexer/extract/stated.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

using testing::ElementsAre;

TEST(Stated, WinsOverTheText) {
  read::Article article;
  article.text = "The CQC rated Leeds City Council as good.";
  article.facets = {{"rating", {"Requires improvement"}}, {"council", {"City of York Council", "leeds"}}};
  const auto extraction = extract_article(article);
  EXPECT_THAT(extraction.facets.at("rating"), ElementsAre("requires-improvement"));
  EXPECT_THAT(extraction.facets.at("council"), ElementsAre("york", "leeds"));
}

TEST(Stated, UnknownFacetsAndValuesAreRefused) {
  read::Article article;
  article.facets = {{"colour", {"red"}}};
  EXPECT_THROW(extract_article(article), std::invalid_argument);
  article.facets = {{"council", {"Atlantis"}}};
  EXPECT_THROW(extract_article(article), std::invalid_argument);
  article.facets = {{"source", {"A New Paper"}}};
  EXPECT_THAT(extract_article(article).facets.at("source"), ElementsAre("a-new-paper"));
}

}  // namespace
}  // namespace assay::tests
