#include "indexer/extract/phrase_matcher.h"

#include <gtest/gtest.h>

#include <random>

namespace assay::extract {
namespace {

Document document_of(const std::string& text, const Lexicon& lexicon) {
  read::Article article;
  article.text = text;
  return tokenise(article, lexicon);
}

TEST(PhraseMatcher, TheLongestPhraseWins) {
  Lexicon lexicon;
  PhraseMatcher matcher(lexicon, Compare::kWords);
  matcher.add("North Yorkshire", 1);
  matcher.add("York", 2);
  matcher.add("North Yorkshire Council", 3);
  const Document document = document_of("York and North Yorkshire Council and North Yorkshire", lexicon);
  const auto matches = matcher.find_apart(document, {0, document.tokens.size()});
  ASSERT_EQ(matches.size(), 3u);
  EXPECT_EQ(matches[0].payload, 2u);
  EXPECT_EQ(matches[1].payload, 3u);
  EXPECT_EQ(matches[1].tokens.size(), 3u);
  EXPECT_EQ(matches[2].payload, 1u);
}

TEST(PhraseMatcher, ComparesStemsWhenTold) {
  Lexicon lexicon;
  PhraseMatcher stems(lexicon, Compare::kStems), words(lexicon, Compare::kWords);
  stems.add("direct payments", 0);
  words.add("direct payments", 0);
  const Document document = document_of("a direct payment", lexicon);
  EXPECT_EQ(stems.find(document, {0, 3}).size(), 1u);
  EXPECT_TRUE(words.find(document, {0, 3}).empty());
}

TEST(PhraseMatcher, SeveralPayloadsOfOnePhraseAllCount) {
  Lexicon lexicon;
  PhraseMatcher matcher(lexicon, Compare::kWords);
  matcher.add("waiting list", 1);
  matcher.add("Waiting  list", 2);
  matcher.add("...", 3);  // no word: ignored
  const Document document = document_of("the waiting list", lexicon);
  EXPECT_EQ(matcher.find_apart(document, {0, 3}).size(), 2u);
}

// Against trying every phrase at every token.
TEST(PhraseMatcher, EqualsBruteForceOnRandomTexts) {
  std::mt19937 random(11);
  const auto random_text = [&](std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i)
      text += std::string(1, static_cast<char>('a' + random() % 3)) + " ";
    return text;
  };
  for (int round = 0; round < 300; ++round) {
    Lexicon lexicon;
    PhraseMatcher matcher(lexicon, Compare::kWords);
    std::vector<std::string> phrases;
    for (std::uint32_t i = 0; i < 6; ++i) {
      phrases.push_back(random_text(1 + random() % 4));
      matcher.add(phrases.back(), i);
    }
    const Document document = document_of(random_text(30), lexicon);
    std::size_t expected = 0;
    for (std::size_t at = 0; at < document.tokens.size(); ++at) {
      std::size_t longest = 0, payloads = 0;
      for (const std::string& phrase : phrases) {
        const auto words = tokens_of(phrase);
        bool fits = at + words.size() <= document.tokens.size();
        for (std::size_t i = 0; fits && i < words.size(); ++i)
          fits = words[i].word == document.tokens[at + i].word;
        if (!fits || words.size() < longest) continue;
        payloads = words.size() > longest ? 1 : payloads + 1;
        longest = words.size();
      }
      expected += payloads;
    }
    ASSERT_EQ(matcher.find(document, {0, document.tokens.size()}).size(), expected);
  }
}

}  // namespace
}  // namespace assay::extract
