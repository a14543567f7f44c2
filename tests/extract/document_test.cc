#include "indexer/extract/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assay::extract {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences_of(const std::string& text) {
  read::Article article;
  article.text = text;
  Document document = tokenise(article, Lexicon());
  cut_sentences(document);
  std::vector<std::string> result;
  for (const Sentence& sentence : document.sentences) result.emplace_back(document.slice(sentence));
  return result;
}

TEST(Document, CutsSentences) {
  EXPECT_THAT(sentences_of("One is good. Two is not! Three?\nA line without stop\n\nLast."),
              ElementsAre("One is good.", "Two is not!", "Three?", "A line without stop", "Last."));
}

TEST(Document, AbbreviationsEndNoSentence) {
  EXPECT_THAT(sentences_of("Cllr. Smith of St. Helens spoke. She sat."),
              ElementsAre("Cllr. Smith of St. Helens spoke.", "She sat."));
  EXPECT_THAT(sentences_of("It scored 3.5 points. Fine."), ElementsAre("It scored 3.5 points.", "Fine."));
}

TEST(Document, QuotationMarksStayWithTheirSentence) {
  EXPECT_THAT(sentences_of("They said \u201cgood.\u201d Then left."),
              ElementsAre("They said \u201cgood.\u201d", "Then left."));
}

TEST(Document, SentencesGoOnOverWrappedLines) {
  EXPECT_THAT(sentences_of("Only a handful of places have come out higher than North\n"
                           "Yorkshire Council, which was rated as good by the regulator\n"
                           "last week. It was glad.\n"),
              ElementsAre("Only a handful of places have come out higher than North\n"
                          "Yorkshire Council, which was rated as good by the regulator\nlast week.",
                          "It was glad."));
  // Lines that end where their author ended them.
  EXPECT_THAT(
      sentences_of(
          "A headline that is about as long as the other lines\nBy Newsdesk\nThe story begins here and is\n"),
      ElementsAre("A headline that is about as long as the other lines", "By Newsdesk",
                  "The story begins here and is"));
}

TEST(Document, PossessivesAreTheirName) {
  const auto tokens = tokens_of("Liverpool's Liverpool\u2019s carers'");
  EXPECT_EQ(tokens[0].word, "liverpool");
  EXPECT_TRUE(tokens[0].possessive);
  EXPECT_EQ(tokens[1].word, "liverpool");
  EXPECT_EQ(tokens[2].word, "carers");
  EXPECT_FALSE(tokens[2].possessive);
}

TEST(Document, TheTitleComesBeforeTheTextUnlessItIsThere) {
  read::Article article;
  article.title = "A headline";
  article.text = "The body.";
  EXPECT_EQ(tokenise(article, Lexicon()).text, "A headline\nThe body.");
  EXPECT_EQ(tokenise(article, Lexicon()).text_begin, 11u);
  article.text = "A Headline!\nThe body.";
  EXPECT_EQ(tokenise(article, Lexicon()).text_begin, 0u);
}

}  // namespace
}  // namespace assay::extract
