// Lines of an export: taken as they stand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/read/reading.h"

namespace assay::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(JsonExtracted, TakesEverythingAsItStands) {
  const read::Article article =
      read_bytes(
          "a.jsonl",
          R"({"id":" one ","path":"in/one.txt","title":"Two  blanks","date":"2025-05-30","facets":{"themes":["a b"]},"text":"",)"
          R"("extracted":{"fingerprint":"00112233445566778899aabbccddeeff","rating_status":"pilot","score":57,)"
          R"("statement_scores":[{"facet":"theme","value":"equity","score":3}],)"
          R"("council_ratings":[{"council":"leeds","rating":"good"}],)"
          R"("evidence":[{"facet":"rating","value":"good","text":"It is good."}],)"
          R"("labels":{"source":{"gazette":"The Gazette"}},"later":1}})")
          .only();
  EXPECT_EQ(article.id, " one ");
  EXPECT_EQ(article.path, "in/one.txt");
  EXPECT_EQ(article.title, "Two  blanks");
  EXPECT_EQ(article.text, "");
  EXPECT_THAT(article.facets, ElementsAre(Pair("themes", ElementsAre("a b"))));
  ASSERT_TRUE(article.extracted);
  EXPECT_EQ(article.extracted->fingerprint, "00112233445566778899aabbccddeeff");
  EXPECT_EQ(article.extracted->rating_status, "pilot");
  EXPECT_EQ(article.extracted->score, 57);
  EXPECT_EQ(article.extracted->statement_scores.at(0).score, 3);
  EXPECT_EQ(article.extracted->council_ratings.at(0).rating, "good");
  EXPECT_EQ(article.extracted->evidence.at(0).text, "It is good.");
  EXPECT_EQ(article.extracted->labels.at("source").at("gazette"), "The Gazette");
}

TEST(JsonExtracted, SaysWhichKeyIsWrong) {
  for (const auto& [line, reason] : std::vector<std::pair<std::string, std::string>>{
           {R"({"extracted":true})", "\"extracted\" must be an object"},
           {R"({"extracted":{},"text":5})", "\"text\" must be a string"},
           {R"({"extracted":{},"title":"a\u0000"})", "\"title\" holds a NUL character"},
           {R"({"extracted":{},"facets":{"rating":"good"}})", "\"rating\" must be a list"},
           {R"({"extracted":{"score":101}})", "\"score\" must be a whole number from 0 to 100"},
           {R"({"extracted":{"score":-1}})", "\"score\" must be a whole number"},
           {R"({"extracted":{"fingerprint":"xyz"}})", "must be 32 hexadecimal digits"},
           {R"({"extracted":{"evidence":[1]}})", "\"evidence\" must be an object"},
           {R"({"extracted":{"labels":{"source":"x"}}})", "\"labels\" must be an object"}})
    EXPECT_THAT(read_bytes("a.jsonl", line).reason(), HasSubstr(reason)) << line;
}

}  // namespace
}  // namespace assay::tests
