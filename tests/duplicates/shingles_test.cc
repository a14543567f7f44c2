#include "indexer/duplicates/shingles.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace assay::duplicates {
namespace {

using Words = std::vector<std::string>;

Words random_words(std::mt19937& random, std::size_t count) {
  Words words;
  for (std::size_t i = 0; i < count; ++i) words.push_back("w" + std::to_string(random() % 5000));
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

TEST(Shingles, AreRunsOfThreeFoldedWords) {
  EXPECT_EQ(Shingles("two words").size(), 0u);
  EXPECT_EQ(Shingles("one two three").size(), 1u);
  EXPECT_EQ(Shingles("one two three four").size(), 2u);
  EXPECT_EQ(Shingles("a b a b a b").size(), 2u) << "each counts once";
  EXPECT_EQ(Shingles::shared(Shingles("The Council's plan"), Shingles("the councils, PLAN!")), 1u);
}

TEST(Shingles, EmptyTextsAreNobodysCopy) { EXPECT_FALSE(are_copies(Shingles(""), Shingles(""))); }

// Copies are those that a count by hand says are, and every one of them shares a band.
TEST(Shingles, RewritesThatShareMostShinglesAreCopies) {
  std::mt19937 random(5);
  std::size_t copies = 0, found = 0;
  for (int round = 0; round < 400; ++round) {
    const Words original = random_words(random, 200);
    Words rewrite = original;
    const std::size_t changes = random() % 30;
    for (std::size_t i = 0; i < changes; ++i)
      rewrite[random() % rewrite.size()] = "new" + std::to_string(random());
    const Shingles a(joined(original)), b(joined(rewrite));
    const double share =
        static_cast<double>(Shingles::shared(a, b)) / static_cast<double>(std::min(a.size(), b.size()));
    EXPECT_EQ(are_copies(a, b), share >= kSharedOfCopies);
    if (share < kSharedOfCopies) continue;
    ++copies;
    found += share_a_band(a.bands(), b.bands());
  }
  EXPECT_GT(copies, 100u);
  EXPECT_GE(found * 1000, copies * 995);
}

TEST(Shingles, OtherTextsAreNot) {
  std::mt19937 random(6);
  for (int round = 0; round < 200; ++round) {
    const Shingles a(joined(random_words(random, 200))), b(joined(random_words(random, 200)));
    EXPECT_FALSE(are_copies(a, b));
    EXPECT_FALSE(share_a_band(a.bands(), b.bands()));
  }
}

TEST(Shingles, AShortExcerptIsNoCopy) {
  std::mt19937 random(7);
  const Words words = random_words(random, 300);
  const Words excerpt(words.begin(), words.begin() + 60);
  EXPECT_FALSE(are_copies(Shingles(joined(words)), Shingles(joined(excerpt))));
}

}  // namespace
}  // namespace assay::duplicates
