#include "indexer/schema/word_sequence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "indexer/schema/fields.h"
#include "indexer/schema/schema.h"

namespace assay::schema {
namespace {

using testing::ElementsAre;
using Places = std::vector<std::uint32_t>;

Places find(const WordSequence& words, WordId word) {
  Places places;
  words.find(word, places);
  return places;
}

TEST(WordSequence, GivesTheWordsBack) {
  const std::vector<WordId> ids = {3, 70'000, 3, 65'535, 65'536, 0xffffffff};
  const std::string bytes = serialise_word_sequence(ids, 2);
  const WordSequence words(bytes);
  ASSERT_EQ(words.size(), ids.size());
  EXPECT_EQ(words.title_words(), 2u);
  for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(words[i], ids[i]);
}

TEST(WordSequence, KeepsTheTextApartFromTheTitle) {
  const std::vector<WordId> ids = {1, 2, 1};
  const std::string bytes = serialise_word_sequence(ids, 2);
  EXPECT_THAT(find(WordSequence(bytes), 1), ElementsAre(1, 3 + kFieldGap));
  EXPECT_THAT(find(WordSequence(bytes), 2), ElementsAre(2));
}

TEST(WordSequence, TellsWordsApartWhoseLowHalvesAreEqual) {
  const std::vector<WordId> ids = {4, 65'540, 131'076, 4};
  const std::string bytes = serialise_word_sequence(ids, ids.size());
  EXPECT_THAT(find(WordSequence(bytes), 4), ElementsAre(1, 4));
  EXPECT_THAT(find(WordSequence(bytes), 65'540), ElementsAre(2));
  EXPECT_THAT(find(WordSequence(bytes), 131'076), ElementsAre(3));
  EXPECT_THAT(find(WordSequence(bytes), 196'612), ElementsAre());
}

TEST(WordSequence, FindsWhatALoopFinds) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<WordId> ids(random() % 200);
    for (WordId& id : ids) id = random() % 7 + (random() % 3 == 0 ? 65'536 : 0);
    const std::size_t title_words = ids.empty() ? 0 : random() % (ids.size() + 1);
    const std::string bytes = serialise_word_sequence(ids, title_words);
    const WordSequence words(bytes);
    for (const std::vector<WordId>& wanted : {std::vector<WordId>{3}, {65'538}, {1, 5, 65'537}}) {
      Places expected, found, found_any;
      for (std::size_t i = 0; i < ids.size(); ++i)
        if (std::count(wanted.begin(), wanted.end(), ids[i]) > 0) expected.push_back(words.place(i));
      if (wanted.size() == 1) {
        words.find(wanted.front(), found);
        ASSERT_EQ(found, expected) << round;
      }
      words.find_any(wanted, found_any);
      ASSERT_EQ(found_any, expected) << round;
    }
  }
}

TEST(WordSequence, RefusesWhatIsDamaged) {
  const std::vector<WordId> ids = {1, 70'000};
  const std::string bytes = serialise_word_sequence(ids, 1);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    if (length == bytes.size() - 6)
      continue;  // without the high half of its one long id it is another sequence
    EXPECT_THROW(WordSequence(std::string_view(bytes).substr(0, length)), FormatError) << length;
  }
  EXPECT_THROW(WordSequence(serialise_word_sequence(ids, 3)), FormatError);
}

TEST(WordIds, AreFourBytes) {
  EXPECT_EQ(parse_word_id(serialise_word_id(123'456)), 123'456u);
  EXPECT_THROW(parse_word_id("abc"), FormatError);
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  database.set_metadata(word_id_key("care"), serialise_word_id(5));
  EXPECT_EQ(find_word_id(database, "care"), 5u);
  EXPECT_EQ(find_word_id(database, "car"), std::nullopt);
}

}  // namespace
}  // namespace assay::schema
