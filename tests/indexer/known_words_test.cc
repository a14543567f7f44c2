#include "indexer/write/known_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/temp_folder.h"

namespace assay::indexer {
namespace {

using testing::ElementsAre;
using tests::TempFolder;

std::vector<std::string> class_of(const Xapian::Database& database, const std::string& stem) {
  return {database.synonyms_begin(stem), database.synonyms_end(stem)};
}

TEST(KnownWords, NumbersWordsAsTheyCome) {
  const TempFolder folder;
  Xapian::WritableDatabase database((folder.path() / "index").string(), Xapian::DB_CREATE);
  KnownWords words(database);
  EXPECT_EQ(words.id_of("the"), 0u);
  EXPECT_EQ(words.id_of("care"), 1u);
  EXPECT_EQ(words.id_of("the"), 0u);
  words.write_new();
  EXPECT_EQ(schema::find_word_id(database, "care"), 1u);
  EXPECT_EQ(words.id_of("caring"), 2u);
}

TEST(KnownWords, AreLookedUpAhead) {
  const TempFolder folder;
  Xapian::WritableDatabase database((folder.path() / "index").string(), Xapian::DB_CREATE);
  KnownWords words(database);
  words.id_of("the");
  words.id_of("care");
  ArticleWords article;
  article.distinct = {{"care", 1, 0, {}}, {"new", 1, 0, {}}, {"the", 1, 0, {}}};
  words.look_up(article);
  EXPECT_EQ(article.distinct[0].id, 1u);
  EXPECT_EQ(article.distinct[1].id, std::nullopt)
      << "the thread that writes numbers new words, in their order";
  EXPECT_EQ(article.distinct[2].id, 0u);
}

TEST(KnownWords, GoOnWhereTheIndexWas) {
  const TempFolder folder;
  Xapian::WritableDatabase database((folder.path() / "index").string(), Xapian::DB_CREATE);
  {
    KnownWords words(database);
    words.id_of("care");
    words.id_of("home");
    words.write_new();
    words.id_of("lost");  // as when the run ends before a commit
  }
  KnownWords words(database);
  EXPECT_EQ(words.id_of("new"), 2u);
  EXPECT_EQ(words.id_of("home"), 1u);
  words.write_new();
  EXPECT_EQ(schema::find_word_id(database, "new"), 2u);
  EXPECT_EQ(schema::find_word_id(database, "lost"), std::nullopt);
}

TEST(KnownWords, WriteClassAndSpellingOfEachOnce) {
  const TempFolder folder;
  Xapian::WritableDatabase database((folder.path() / "index").string(), Xapian::DB_CREATE);
  KnownWords words(database);
  for (const char* word : {"caring", "care", "ab", "2025", "care"}) words.id_of(word);
  words.write_new();
  words.write_new();
  EXPECT_THAT(class_of(database, "care"), ElementsAre("care", "caring"));
  EXPECT_THAT(std::vector<std::string>(database.spellings_begin(), database.spellings_end()),
              ElementsAre("care", "caring"));
}

}  // namespace
}  // namespace assay::indexer
