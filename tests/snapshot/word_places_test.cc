#include "searchd/snapshot/word_places.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/snapshot/sample.h"

namespace assay::snapshot {
namespace {

constexpr std::size_t kBits = 64;

std::vector<Place> expected_places(const std::vector<schema::WordId>& words, schema::WordId word) {
  std::vector<Place> places;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == word) places.push_back(static_cast<Place>(i + (i < Sample::kTitleWords ? 1 : 2)));
  return places;
}

std::vector<Place> places_of(WordPlaces::Cursor& cursor, bool is_dense, Xapian::docid document) {
  std::vector<Place> places;
  if (!is_dense) {
    const auto list = cursor.list(document);
    return {list.begin(), list.end()};
  }
  const auto bits = cursor.bits(document);
  for (std::size_t at = 0; at < bits.size() * kBits; ++at)
    if ((bits[at / kBits] >> at % kBits & 1) != 0) places.push_back(static_cast<Place>(at));
  return places;
}

void expect_all(const Sample& sample, const WordPlaces& places, schema::WordId word) {
  WordPlaces::Cursor cursor(places);
  for (Xapian::docid document = 1; document < sample.words().size(); ++document)
    EXPECT_EQ(places_of(cursor, places.is_dense(), document), expected_places(sample.words()[document], word))
        << kWords[word] << " in " << document;
}

// Whatever room there is for words, and also for documents that came later.
TEST(WordPlaces, AreThoseOfTheWords) {
  for (const std::size_t room : {std::size_t{0}, std::size_t{1} << 20}) {
    Sample sample(5);
    sample.add(150);
    WordStore store(room);
    for (schema::WordId word = 0; word < kWords.size(); ++word) {
      const auto posting = Posting::read(sample.database(), kWords[word], 150, nullptr, 0);
      WordStore::Cursor cursor(store, sample.revision(1));
      expect_all(sample, WordPlaces(word, *posting, cursor, nullptr, 0, [] {}), word);
    }
  }
}

TEST(WordPlaces, GrowByWhatIsNew) {
  Sample sample(6);
  sample.add(100);
  WordStore store(1 << 20);
  const auto read = [&](schema::WordId word, const WordPlaces* before, Xapian::docid known) {
    const Xapian::docid last = sample.database().get_lastdocid();
    const auto posting = Posting::read(sample.database(), kWords[word], last, nullptr, 0);
    WordStore::Cursor cursor(store, sample.revision(last));
    return WordPlaces(word, *posting, cursor, before, known, [] {});
  };
  const WordPlaces common = read(0, nullptr, 0), seldom = read(3, nullptr, 0);
  EXPECT_TRUE(common.is_dense());
  sample.add(1'500);  // into the block that was read, and another
  expect_all(sample, read(0, &common, 100), 0);
  expect_all(sample, read(3, &seldom, 100), 3);
}

TEST(WordPlaces, AreGivenUpWhenItIsTimeToStop) {
  Sample sample(11);
  sample.add(1'000);
  WordStore store(1 << 20);
  WordStore::Cursor cursor(store, sample.revision(1));
  const auto posting = Posting::read(sample.database(), kWords[0], 1'000, nullptr, 0);
  const auto stop = [] { throw std::runtime_error("stop"); };
  EXPECT_THROW(WordPlaces(0, *posting, cursor, nullptr, 0, stop), std::runtime_error);
}

TEST(WordPlaces, WhatIsTooLongToCountIsNamed) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const std::size_t length : {std::size_t{10}, std::size_t{70'000}}) {
    std::vector<schema::WordId> words(length, 0);
    Xapian::Document document;
    document.add_term("of", static_cast<Xapian::termcount>(length));
    document.add_value(spec(schema::Field::kWords).slot, schema::serialise_word_sequence(words, 0));
    database.add_document(document);
  }
  WordStore store(1 << 20);
  WordStore::Cursor cursor(store, {database, 1, 2});
  const auto posting = Posting::read(database, "of", 2, nullptr, 0);
  const WordPlaces places(0, *posting, cursor, nullptr, 0, [] {});
  ASSERT_EQ(places.too_long().size(), 1u);
  EXPECT_EQ(places.too_long().front(), 2u);
}

}  // namespace
}  // namespace assay::snapshot
