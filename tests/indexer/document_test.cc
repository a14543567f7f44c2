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
  const auto stored = to_stored(article, extraction, sample.taxonomy, sample.schema);
  EXPECT_THAT(sample.values(stored, "council"), ElementsAre("leeds", "kent"));
  EXPECT_THAT(sample.values(stored, "region"), ElementsAre("yorkshire-and-the-humber", "south-east"));
  EXPECT_THAT(sample.values(stored, "kind"), ElementsAre("metropolitan-borough", "county"));
  EXPECT_THAT(sample.values(stored, "area"), ElementsAre("working-with-people"));
  EXPECT_THAT(sample.values(stored, "rating"), ElementsAre("none"));
  EXPECT_THAT(sample.values(stored, "source"), ElementsAre("sample-gazette"));
  EXPECT_EQ(sample.schema.find("source")->values()[0].label, "Sample Gazette");
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
  const Xapian::Document document = to_document(article, words_of(article), "f", sample.schema, known_words);
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
