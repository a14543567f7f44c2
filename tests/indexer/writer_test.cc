#include "indexer/write/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "indexer/schema/terms.h"
#include "tests/temp_folder.h"

namespace assay::indexer {
namespace {

using testing::ElementsAre;
using tests::TempFolder;

read::Article article(const std::string& id, const std::string& text) {
  read::Article result;
  result.id = id;
  result.path = id;
  result.text = text;
  return result;
}

const taxonomy::Taxonomy& built_in() {
  static const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  return taxonomy;
}

Xapian::Database open(const TempFolder& folder) {
  return Xapian::Database(schema::live_generation(folder.path()).string());
}

TEST(Writer, AddsUpdatesAndLeavesAlone) {
  const TempFolder folder;
  IndexWriter writer(folder.path(), built_in());
  EXPECT_EQ(writer.put(article("a", "one")).outcome, Outcome::kAdded);
  EXPECT_EQ(writer.put(article("a", "one")).outcome, Outcome::kUnchanged);
  EXPECT_EQ(writer.put(article("a", "two")).outcome, Outcome::kUpdated);
  EXPECT_EQ(writer.articles(), 1u);
}

TEST(Writer, DocumentIdsOnlyGrow) {
  const TempFolder folder;
  Xapian::docid before = 0;
  for (const char* text : {"one", "two", "three"}) {
    IndexWriter writer(folder.path(), built_in());
    writer.put(article("a", text));
    writer.commit();
    const Xapian::docid now = schema::find_article(open(folder), "a");
    EXPECT_GT(now, before);
    before = now;
  }
  EXPECT_EQ(open(folder).get_doccount(), 1u);
}

TEST(Writer, WritesNothingWhereNothingChanged) {
  const TempFolder folder;
  const auto run = [&] {
    IndexWriter writer(folder.path(), built_in());
    writer.put(article("a", "one"));
    writer.commit();
    return open(folder).get_revision();
  };
  EXPECT_EQ(run(), run());
}

TEST(Writer, UncommittedArticlesAreNotSeen) {
  const TempFolder folder;
  {
    IndexWriter writer(folder.path(), built_in());
    writer.put(article("a", "one"));
    writer.commit();
    writer.put(article("b", "two"));
    EXPECT_EQ(schema::find_article(open(folder), "b"), 0u);
  }
}

// Closing a Xapian database commits it, unless it is in a transaction.
TEST(Writer, WhatWasNotCommittedIsLost) {
  const TempFolder folder;
  {
    IndexWriter writer(folder.path(), built_in());
    writer.put(article("a", "one"));
    writer.commit();
  }
  IndexWriter(folder.path(), built_in()).put(article("b", "two"));
  EXPECT_EQ(open(folder).get_doccount(), 1u);
}

TEST(Writer, KeepsWordsByTheirStem) {
  const TempFolder folder;
  IndexWriter writer(folder.path(), built_in());
  writer.put(article("a", "assessed assessment"));
  writer.put(article("b", "assessing care"));
  writer.commit();
  const Xapian::Database database = open(folder);
  EXPECT_THAT(std::vector<std::string>(database.synonyms_begin("assess"), database.synonyms_end("assess")),
              ElementsAre("assessed", "assessing", "assessment"));
}

TEST(Writer, DescribesTheIndex) {
  const TempFolder folder;
  IndexWriter(folder.path(), built_in()).commit();
  const auto schema =
      schema::parse_schema(open(folder).get_metadata(std::string(schema::kSchemaMetadataKey)));
  EXPECT_EQ(schema.taxonomy, built_in().fingerprint());
  EXPECT_EQ(schema.index_id.size(), 16u);
  EXPECT_EQ(schema.find("council")->values().size(), 153u);
}

TEST(Writer, AChangedTaxonomyTagsAgainAndKeepsOrdinals) {
  const TempFolder folder;
  taxonomy::Files files = taxonomy::built_in_files();
  {
    IndexWriter writer(folder.path(), built_in());
    writer.put(article("a", "A plan about hovercraft."));
    writer.commit();
  }
  const auto before =
      schema::parse_schema(open(folder).get_metadata(std::string(schema::kSchemaMetadataKey)));
  files["values/theme.tsv"] = "hovercraft\tHovercraft\t\thovercraft\n" + files["values/theme.tsv"];
  const taxonomy::Taxonomy changed(files);
  IndexWriter writer(folder.path(), changed);
  const Put put = writer.put(article("a", "A plan about hovercraft."));
  writer.commit();
  EXPECT_EQ(put.outcome, Outcome::kUpdated);
  const auto after = schema::parse_schema(open(folder).get_metadata(std::string(schema::kSchemaMetadataKey)));
  EXPECT_EQ(after.find("theme")->ordinal("equity"), before.find("theme")->ordinal("equity"));
  EXPECT_EQ(after.find("theme")->ordinal("hovercraft"), before.find("theme")->values().size());
  EXPECT_EQ(after.index_id, before.index_id);
}

TEST(Writer, RefusesAnIndexOfAnotherFormat) {
  const TempFolder folder;
  IndexWriter(folder.path(), built_in()).commit();
  Xapian::WritableDatabase database(schema::live_generation(folder.path()).string(), Xapian::DB_OPEN);
  database.set_metadata(std::string(schema::kSchemaMetadataKey), "\x08\x63");  // format_version: 99
  database.commit();
  database.close();
  EXPECT_THROW(IndexWriter(folder.path(), built_in()), schema::FormatError);
}

}  // namespace
}  // namespace assay::indexer
