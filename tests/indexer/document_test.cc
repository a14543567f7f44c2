#include "indexer/write/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema/terms.h"
#include "indexer/schema/word_sequence.h"

namespace assay::indexer {
namespace {

using testing::ElementsAre;

struct Sample {
  Sample() {
    schema::Slot slot = schema::kFirstFacetSlot;
    for (schema::Facet facet : taxonomy.facets()) {
      facet.slot = slot++;
      schema.facets.push_back(facet);
    }
  }
  std::vector<std::string> values(const schema::StoredArticle& article, const std::string& facet) {
    for (const schema::StoredFacetValues& values : article.facets)
      if (values.facet == facet) return values.values;
    return {};
  }
  taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  schema::Schema schema;
};

TEST(Document, CompletesTheFacets) {
  Sample sample;
  read::Article article;
  article.id = "a";
  extract::Extraction extraction;
  extraction.publisher = "Sample Gazette";
  extraction.facets = {{"council", {"leeds", "kent"}}, {"theme", {"equity"}}};
  const auto [stored, new_values] = to_stored(article, extraction, sample.taxonomy, sample.schema);
  EXPECT_THAT(sample.values(stored, "council"), ElementsAre("leeds", "kent"));
  EXPECT_THAT(sample.values(stored, "region"), ElementsAre("yorkshire-and-the-humber", "south-east"));
  EXPECT_THAT(sample.values(stored, "kind"), ElementsAre("metropolitan-borough", "county"));
  EXPECT_THAT(sample.values(stored, "area"), ElementsAre("working-with-people"));
  EXPECT_THAT(sample.values(stored, "rating"), ElementsAre("none"));
  EXPECT_THAT(sample.values(stored, "source"), ElementsAre("sample-gazette"));
  ASSERT_EQ(new_values.size(), 1u);
  EXPECT_EQ(new_values[0].facet, "source");
  EXPECT_EQ(new_values[0].value.label, "Sample Gazette");
  add_new_values(new_values, sample.schema);
  add_new_values(new_values, sample.schema);
  EXPECT_EQ(sample.schema.find("source")->values().size(), 1u);
}

TEST(Document, GetsTheOrdinalsOfOpenFacetsOnceTheSchemaHasThem) {
  Sample sample;
  schema::StoredArticle article;
  article.id = "a";
  article.facets = {{"source", {"sample-gazette"}}};
  Xapian::Document document = to_document(article, words_of(article), "f", sample.schema);
  const schema::Slot slot = sample.schema.find("source")->slot;
  EXPECT_EQ(document.get_value(slot), "");
  add_new_values({{"source", {"other", "Other", {}, {}}}, {"source", {"sample-gazette", "", {}, {}}}},
                 sample.schema);
  post_open_ordinals(document, article, sample.schema);
  EXPECT_THAT(schema::ordinals(document.get_value(slot)), ElementsAre(1));
}

TEST(Document, HasTermsValuesAndWordsInOrder) {
  Sample sample;
  schema::StoredArticle article;
  article.id = "a";
  article.title = "Good care";
  article.text = "The carers' care";
  article.date = "2025-05-30";
  article.facets = {{"council", {"leeds", "kent"}}};
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  KnownWords known_words(database);
  const ArticleWords article_words = words_of(article);
  Xapian::Document document = to_document(article, article_words, "f", sample.schema);
  post_word_order(document, article_words, known_words);
  std::map<std::string, Xapian::termcount> terms;
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) terms[*it] = it.get_wdf();
  EXPECT_EQ(terms["care"], 2u);
  EXPECT_EQ(terms["carers"], 1u);
  EXPECT_EQ(terms["Scare"], 1u);
  EXPECT_TRUE(terms.contains("Qa"));
  EXPECT_TRUE(terms.contains("XFcouncil:leeds"));
  EXPECT_FALSE(terms.contains("Sthe"));
  EXPECT_EQ(document.get_value(spec(schema::Field::kDate).slot), "20250530");
  EXPECT_EQ(schema::ordinals(document.get_value(sample.schema.find("council")->slot)).size(), 2u);
  const std::string bytes = document.get_value(spec(schema::Field::kWords).slot);
  const schema::WordSequence words(bytes);
  std::vector<schema::WordId> ids;
  for (std::size_t i = 0; i < words.size(); ++i) ids.push_back(words[i]);
  EXPECT_THAT(ids, ElementsAre(0, 1, 2, 3, 1));  // good care | the carers care
  EXPECT_EQ(words.title_words(), 2u);
}

}  // namespace
}  // namespace assay::indexer
