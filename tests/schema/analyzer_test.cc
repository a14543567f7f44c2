#include "indexer/schema/analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace assay::schema {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Case {
  const char* text;
  std::vector<std::string> words;
};

TEST(Analyzer, FoldsAndCutsAsDocumented) {
  const std::vector<Case> cases = {
      {"Direct Payments", {"direct", "payments"}},
      {"carer's carers' carers\u2019 Carer\u2019s carer\u02bcs",
       {"carers", "carers", "carers", "carers", "carers"}},
      {"co-production, 24/7; £1.5m", {"co", "production", "24", "7", "1", "5m"}},
      {"Stoke-on-Trent", {"stoke", "on", "trent"}},
      {"Café NAÏVE Straße", {"cafe", "naive", "strasse"}},
      {"e\u0301tude", {"etude"}},
      {"\ufb01nance \uff21\uff22", {"finance", "ab"}},
      {"Section 75 (s75)", {"section", "75", "s75"}},
      {"'quoted' \"word\"", {"quoted", "word"}},
      {"don't O'Brien rock 'n' roll", {"dont", "obrien", "rock", "n", "roll"}},
      {"", {}},
      {" \t\n--- ... ''' ", {}},
      {"日本 привет", {"日本", "привет"}},
      {"\ufdfa",
       {"\u0635\u0644\u0649\u0627\u0644\u0644\u0647\u0639\u0644\u064a\u0647\u0648\u0633\u0644\u0645"}},
  };
  for (const Case& c : cases) EXPECT_EQ(folded_words(c.text), c.words) << c.text;
}

TEST(Analyzer, OffsetsCutTheWordOutOfTheText) {
  const std::string text = "The caf\u00e9's \u201cbest\u201d carers\u2019 day";
  std::vector<std::string> raw;
  for (const Word& word : words(text)) raw.push_back(text.substr(word.begin, word.end - word.begin));
  EXPECT_THAT(raw, ElementsAre("The", "caf\u00e9's", "best", "carers", "day"));
}

TEST(Analyzer, InvalidBytesSeparateWords) {
  EXPECT_THAT(folded_words("good\xff"
                           "bad \xc3"),
              ElementsAre("good", "bad"));
  EXPECT_THAT(folded_words(std::string_view("\x80\xbf\xfe", 3)), IsEmpty());
}

TEST(Analyzer, CutsLongWordsAtACharacter) {
  const std::string ascii(200, 'a');
  EXPECT_EQ(folded_words(ascii).front().size(), kMaxWordBytes);
  std::string accented;
  for (int i = 0; i < 100; ++i) accented += "\u0434";  // two bytes each
  accented = "x" + accented;
  const std::string cut = folded_words(accented).front();
  EXPECT_EQ(cut.size(), kMaxWordBytes - 1);
  EXPECT_TRUE(accented.starts_with(cut));
}

// Whatever the bytes are: offsets rise, words are neither empty nor too long, and folding a word again
// changes nothing.
TEST(Analyzer, HoldsItsPromisesOnRandomBytes) {
  std::mt19937 random(7);
  const std::string alphabet = "aZ9'- .\xc3\xa9\xe2\x80\x99\xcc\x81\xf0\x9f\x98\x80\xff";
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (unsigned i = 0; i < 1 + round % 40u; ++i) text.push_back(alphabet[random() % alphabet.size()]);
    std::size_t end = 0;
    for (const Word& word : words(text)) {
      ASSERT_GE(word.begin, end);
      ASSERT_GT(word.end, word.begin);
      ASSERT_FALSE(word.folded.empty());
      ASSERT_LE(word.folded.size(), kMaxWordBytes);
      ASSERT_THAT(folded_words(word.folded), ElementsAre(word.folded)) << text;
      end = word.end;
    }
  }
}

TEST(Stemmer, JoinsTheFormsOfAWord) {
  const Stemmer stemmer;
  EXPECT_EQ(stemmer.stem("assessment"), stemmer.stem("assessments"));
  EXPECT_EQ(stemmer.stem("assessed"), stemmer.stem("assessing"));
  EXPECT_NE(stemmer.stem("care"), stemmer.stem("carer"));
}

}  // namespace
}  // namespace assay::schema
