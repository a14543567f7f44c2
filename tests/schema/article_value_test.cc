#include "indexer/schema/article_value.h"

#include <gtest/gtest.h>

#include "indexer/schema/fields.h"
#include "indexer/schema/schema.h"

namespace assay::schema {
namespace {

constexpr Slot kSlot = spec(Field::kArticle).slot;

StoredArticle article_with(const std::string& text) {
  StoredArticle article;
  article.id = "id";
  article.text = text;
  return article;
}

Xapian::Document document_with(const std::string& value) {
  Xapian::Document document;
  document.add_value(kSlot, value);
  return document;
}

TEST(ArticleValue, SurvivesTheRoundTrip) {
  for (const std::string& text : {std::string(), std::string("short"), std::string(3'000'000, 'x')}) {
    Xapian::Document document;
    post_article(document, article_with(text));
    EXPECT_EQ(article_of(document).id, "id");
    EXPECT_EQ(article_of(document).text, text);
    EXPECT_EQ(article_bytes(document), serialise(article_with(text)));
  }
}

TEST(ArticleValue, IsSmallerThanWhatRepeatsItself) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "The council was rated good for direct payments. ";
  Xapian::Document document;
  post_article(document, article_with(text));
  EXPECT_LT(document.get_value(kSlot).size(), text.size() / 10);
}

TEST(ArticleValue, RefusesWhatIsNotWhole) {
  Xapian::Document document;
  EXPECT_THROW(article_of(document), FormatError);  // it has none
  post_article(document, article_with("one two three"));
  const std::string whole = document.get_value(kSlot);
  EXPECT_THROW(article_of(document_with("neither packed nor an article")), FormatError);
  for (std::size_t size = 1; size < whole.size(); ++size)
    EXPECT_THROW(article_of(document_with(whole.substr(0, size))), FormatError) << size;
}

TEST(ArticleValue, RefusesALengthThatNoArticleHas) {
  // The header of a frame of 2^40 bytes in one segment.
  const std::string header("\x28\xb5\x2f\xfd\xe0\0\0\0\0\0\1\0\0", 13);
  EXPECT_THROW(article_of(document_with(header)), FormatError);
}

}  // namespace
}  // namespace assay::schema
