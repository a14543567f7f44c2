// Whatever goes wrong with one article is its own fault; what would go wrong with each is not.
#include "indexer/write/article_fault.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <stdexcept>
#include <string>

namespace assay::indexer {
namespace {

TEST(ArticleFault, AnExceptionBecomesTheArticles) {
  EXPECT_THAT(
      [] { blame_article([] { static_cast<void>(std::string().at(1)); }); },
      testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("the article cannot be prepared: ")));
  EXPECT_THROW(blame_article([] { throw std::logic_error("a rule"); }), std::invalid_argument);
}

TEST(ArticleFault, WhatIsWrongWithItStaysSo) {
  EXPECT_THAT([] { blame_article([] { throw std::invalid_argument("unknown facet"); }); },
              testing::ThrowsMessage<std::invalid_argument>("unknown facet"));
}

TEST(ArticleFault, WhatNoArticleWouldEscapeEndsTheBuild) {
  EXPECT_THROW(blame_article([] { throw std::bad_alloc(); }), std::bad_alloc);
  EXPECT_THROW(blame_article([] { throw Xapian::DatabaseError("disk"); }), Xapian::DatabaseError);
}

}  // namespace
}  // namespace assay::indexer
