#include "searchd/query/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/query/parse.h"
#include "tests/query/fake_index.h"

namespace assay::tests {
namespace {

using query::Span;
using testing::HasSubstr;

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

void expect_accepted(const std::string& text) { EXPECT_NO_THROW(query::parse(text, facet_names())) << text; }

void expect_refused(const std::string& text, Span where, const std::string& why) {
  try {
    query::parse(text, facet_names());
    ADD_FAILURE() << "accepted: " << text.substr(0, 100);
  } catch (const query::QueryError& error) {
    EXPECT_EQ(error.span, where) << error.span.begin << '-' << error.span.end;
    EXPECT_THAT(error.what(), HasSubstr(why));
  }
}

TEST(Limits, Bytes) {
  expect_accepted(std::string(query::kMaxQueryBytes, 'x'));
  expect_refused(std::string(query::kMaxQueryBytes + 3, 'x'), {4096, 4099}, "at most 4096 bytes");
}

TEST(Limits, Terms) {
  expect_accepted(repeated("w ", query::kMaxTerms));
  expect_refused(repeated("w ", query::kMaxTerms + 1), {128, 129}, "at most 64 words and values");
  expect_accepted(repeated("\"w w w w\" ", 16));
  expect_refused(repeated("\"w w w w\" ", 17), {160, 169}, "at most 64");
  expect_refused(repeated("w ", 63) + "rating:good,none", {126, 142}, "at most 64");
  expect_refused(repeated("w ", 64) + "date:2025", {128, 137}, "at most 64");
  expect_refused(repeated("w NEAR ", 64) + "w", {448, 449}, "at most 64");
  expect_refused("AND " + repeated("w ", 64), {130, 131}, "at most 64");
}

TEST(Limits, Depth) {
  expect_accepted(repeated("(", query::kMaxDepth) + "w" + repeated(")", query::kMaxDepth));
  expect_accepted(repeated("(w)", 60));
  expect_refused(repeated("(", query::kMaxDepth + 1), {32, 33}, "at most 32 deep");
  expect_refused("care " + repeated("-(", 2000), {5 + 65, 5 + 66}, "at most 32 deep");
  expect_refused(repeated("(", 4000), {32, 33}, "at most 32 deep");
  expect_refused(repeated("(", 100'000), {4096, 100'000}, "at most 4096 bytes");
  expect_accepted(repeated(")", 4000));
}

TEST(Limits, Prefixes) {
  expect_accepted(repeated("abc* ", query::kMaxPrefixes));
  expect_refused(repeated("abc* ", query::kMaxPrefixes + 1), {40, 44}, "at most 8 words with a '*'");
  expect_refused("care ab*", {5, 8}, "at least 3 letters");
  expect_refused("title:ab*", {0, 9}, "at least 3 letters");
  expect_refused("\xC3\xB8\xC3\xBE*", {0, 5}, "at least 3 letters");  // four bytes, but two letters
  expect_accepted("\xC3\xB8\xC3\xBE\xC3\xB0*");
}

TEST(Limits, Phrases) {
  expect_accepted('"' + repeated("w ", query::kMaxPhraseWords) + '"');
  expect_refused("a \"" + repeated("w ", query::kMaxPhraseWords + 1) + '"', {2, 46}, "at most 20 words");
  expect_refused("w" + repeated("-w", query::kMaxPhraseWords), {0, 41}, "at most 20 words");
}

TEST(Limits, Windows) {
  expect_accepted("a NEAR/100 b ADJ/100 c");
  expect_refused("a NEAR/101 b", {2, 10}, "at most 100");
  expect_refused("a ADJ/99999999999999999999 b", {2, 26}, "at most 100");
  expect_accepted("NEAR/101");
  expect_accepted("\"a b\"~100");
  expect_refused("\"a b\"~101", {0, 9}, "at most 100");
  expect_refused("\"a b\"~99999999999999999999", {0, 26}, "at most 100");
}

TEST(Limits, Expansions) {
  std::string words;
  for (int i = 100; i < 600; ++i) words += "word" + std::to_string(i) + ' ';
  query::Request request;
  request.text = "care word*";
  request.today = kToday;
  const query::Plan plan = query::plan(request, sample_schema(), FakeVocabulary(words + "care"));
  EXPECT_EQ(plan.root.children.at(1).terms.size(), query::kMaxExpansions);
  try {
    query::plan(request, sample_schema(), FakeVocabulary(words + "care words"));
    ADD_FAILURE() << "accepted";
  } catch (const query::QueryError& error) {
    EXPECT_EQ(error.span, (Span{5, 10}));
    EXPECT_THAT(error.what(), HasSubstr("more than 500 words of the index begin with 'word'"));
  }
}

TEST(Limits, NotesAreCutShort) { EXPECT_EQ(plan_text(repeated("- ", 2000)).notes.size(), query::kMaxNotes); }

TEST(Limits, AMessageQuotesALongTextInPart) {
  const query::Plan plan = plan_text(repeated("\xE2\x80\x94", 1000));
  ASSERT_EQ(plan.notes.size(), 1U);
  EXPECT_EQ(plan.notes[0].text, "'" + repeated("\xE2\x80\x94", 20) + "...' holds no word and is ignored");
}

}  // namespace
}  // namespace assay::tests
