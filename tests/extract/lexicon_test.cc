#include "indexer/extract/lexicon.h"

#include <gtest/gtest.h>

namespace assay::extract {
namespace {

TEST(Lexicon, TellsTheFactsOfAWord) {
  Lexicon lexicon;
  const WordId carers = lexicon.add("carers"), carer = lexicon.add("carer");
  EXPECT_EQ(lexicon.find("carers").word, carers);
  EXPECT_EQ(lexicon.find("carers").stem, carer);
  EXPECT_EQ(lexicon.find("caring").word, kNoWord);
  EXPECT_EQ(lexicon.find("threes").small_number, 3);
  EXPECT_EQ(lexicon.find("sept").month, 9);
  EXPECT_EQ(lexicon.find("12th").digits, 2);
}

// Far more words than are remembered, of all lengths around those that are; each asked for twice.
TEST(Lexicon, RemembersNoWordForAnother) {
  constexpr std::size_t kWords = 300'000;
  const auto word = [](std::size_t number) {
    const std::string digits = std::to_string(number);
    return digits + std::string(number % 13, 'x') + digits.front();
  };
  Lexicon lexicon;
  for (std::size_t number = 0; number < kWords; number += 7) lexicon.add(word(number));
  for (std::size_t number = 0; number < kWords; ++number)
    for (int asked = 0; asked < 2; ++asked)
      ASSERT_EQ(lexicon.find(word(number)).word, number % 7 == 0 ? number / 7 + 1 : kNoWord) << word(number);
}

}  // namespace
}  // namespace assay::extract
