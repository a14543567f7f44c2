// Words beyond those typed: synonyms, respellings, suggestions, the words of similar articles, explanations.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/engine/engine.h"
#include "searchd/engine/failure.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;
using tests::kStated;
using tests::SmallIndex;
using tests::stated;

class Words : public testing::Test {
 protected:
  SearchResult ask(const std::string& query, bool synonyms = true) const {
    SearchRequest request;
    request.query = query;
    request.synonyms = synonyms;
    return engine_.search(request, Stop::never());
  }
  std::vector<std::string> ids(const std::string& query, bool synonyms = true) const {
    std::vector<std::string> ids;
    for (const Hit& hit : ask(query, synonyms).hits) ids.push_back(hit.id);
    return ids;
  }

  const SmallIndex index_{
      kStated,
      {stated("payments", "2025-01-01", "good", "leeds", "A direct payment was late."),
       stated("dps", "2025-01-02", "good", "york", "DPs were late."),
       stated("apart", "2025-01-03", "good", "hull", "Payments were made direct to homes."),
       stated("co", "2025-01-04", "good", "hull", "The plan was coproduced in Hull."),
       stated("co-", "2025-01-05", "good", "kent", "The plan was co-produced in Kent."),
       stated("nurses", "2025-01-06", "good", "kent", "Nursing homes grew in Kent.")}};
  const Engine engine_{index_.path()};
};

TEST_F(Words, SynonymsFindEachOther) {
  EXPECT_THAT(ids("DPs"), UnorderedElementsAre("payments", "dps"));
  EXPECT_THAT(ids("direct payments"), UnorderedElementsAre("payments", "dps", "apart"));
  EXPECT_THAT(ids("late direct payments"), UnorderedElementsAre("payments", "dps"));
  EXPECT_THAT(ids("co-produced"), UnorderedElementsAre("co", "co-"));
  EXPECT_THAT(ids("coproduced"), UnorderedElementsAre("co", "co-"));
  EXPECT_THAT(ids("-DPs plan"), UnorderedElementsAre("co", "co-"));
}

TEST(WordsOfARevision, ComeAndGoWithACommit) {
  SmallIndex index(kStated, {stated("a", "2025-01-01", "good", "hull", "They assessed people.")});
  const Engine engine(index.path());
  const auto total = [&](const std::string& query) {
    SearchRequest request;
    request.query = query;
    return engine.search(request, Stop::never()).total;
  };
  for (const char* query : {"assess", "assessin*", "=assessing"}) total(query);
  index.add_stated({stated("b", "2025-01-02", "good", "hull", "They are assessing people.")});
  EXPECT_EQ(total("assess"), 2u);
  EXPECT_EQ(total("assessin*"), 1u);
  EXPECT_EQ(total("=assessing"), 1u);
  index.add_stated({stated("b", "2025-01-02", "good", "hull", "They met people.")});
  EXPECT_EQ(total("assess"), 1u);
  EXPECT_EQ(total("assessin*"), 0u);
  EXPECT_EQ(total("=assessing"), 0u);
}

TEST_F(Words, SynonymsAreNotedAndCanBeLeftOut) {
  ASSERT_EQ(ask("DPs").notes.size(), 1u);
  EXPECT_THAT(ask("DPs").notes[0].text, HasSubstr("\"direct payments\""));
  EXPECT_THAT(ids("DPs", false), ElementsAre("dps"));
  EXPECT_TRUE(ask("DPs", false).notes.empty());
  EXPECT_EQ(ask("DPs").canonical_query, "dps");
  EXPECT_THAT(ids("\"dps\""), ElementsAre("dps"));
  EXPECT_THAT(ids("=dps"), ElementsAre("dps"));
  EXPECT_THAT(ids("\"direct payment\""), ElementsAre("payments"));
}

TEST_F(Words, SynonymsOfOneWayDoNotComeBack) {
  const SmallIndex index(kStated, {stated("old", "", "", "", "Older people wait."),
                                   stated("e", "", "", "", "Elderly, they wait.")});
  SearchRequest request;
  request.query = "elderly";
  EXPECT_EQ(Engine(index.path()).search(request, Stop::never()).total, 2u);
  request.query = "older people";
  EXPECT_EQ(Engine(index.path()).search(request, Stop::never()).total, 1u);
}

TEST_F(Words, ASynonymMarksItsPhrase) {
  const SearchResult found = ask("DPs");
  ASSERT_EQ(found.hits.size(), 2u);
  for (const Hit& hit : found.hits) {
    ASSERT_EQ(hit.snippets.size(), 1u);
    ASSERT_EQ(hit.snippets[0].marks.size(), 1u) << hit.id;
    const Mark mark = hit.snippets[0].marks[0];
    EXPECT_EQ(hit.snippets[0].text.substr(mark.begin, mark.end - mark.begin),
              hit.id == "dps" ? "DPs" : "direct payment");
  }
}

TEST_F(Words, WhatNoArticleHoldsIsRespeltNotRewritten) {
  const SearchResult result = ask("(direkt paymnts) OR \"nursing hmoes\"");
  EXPECT_EQ(result.total, 0u);
  EXPECT_EQ(result.suggestion, "(direct payments) OR \"nursing homes\"");
  EXPECT_EQ(ask("direct").suggestion, "");
  EXPECT_EQ(ask("qqqqqqqq").suggestion, "");
}

TEST_F(Words, SuggestsWordsValuesAndTitles) {
  const auto suggested = [&](const std::string& text, SuggestionKind kind) {
    std::vector<std::string> found;
    for (const Suggestion& suggestion : engine_.suggest({text, 5}, Stop::never()).found)
      if (suggestion.kind == kind) found.push_back(suggestion.text);
    return found;
  };
  EXPECT_THAT(suggested("pa", SuggestionKind::kWord), ElementsAre("payments", "payment"));
  EXPECT_THAT(suggested("direct pay", SuggestionKind::kValue), ElementsAre("Direct payments"));
  EXPECT_THAT(suggested("east rid", SuggestionKind::kValue), ElementsAre("East Riding of Yorkshire"));
  EXPECT_THAT(suggested("title of d", SuggestionKind::kTitle), ElementsAre("Title of dps"));
  EXPECT_THAT(suggested("", SuggestionKind::kWord), ElementsAre());
  EXPECT_THAT(suggested("ken", SuggestionKind::kValue).front(), "Kent");
}

TEST_F(Words, SuggestsATitleOnceHoweverManyCopiesHaveIt) {
  read::Article copy = stated("one", "2025-01-01", "good", "leeds", "Text.");
  copy.title = "A shared title";
  read::Article other = copy;
  other.id = "two";
  const SmallIndex index(kStated, {copy, other});
  std::vector<std::string> titles;
  for (const Suggestion& suggestion : Engine(index.path()).suggest({"shared", 5}, Stop::never()).found)
    if (suggestion.kind == SuggestionKind::kTitle) titles.push_back(suggestion.text);
  EXPECT_THAT(titles, ElementsAre("A shared title"));
}

TEST_F(Words, RefusesToSuggestForMoreThanAQueryHolds) {
  EXPECT_THROW(engine_.suggest({std::string(5'000, 'a'), 5}, Stop::never()), Failure);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "word ";
  EXPECT_THROW(engine_.suggest({many, 5}, Stop::never()), Failure);
}

TEST_F(Words, SimilarArticlesShareWhatIsTelling) {
  const SimilarResult similar = engine_.similar({"co", 2, {}}, Stop::never());
  ASSERT_FALSE(similar.hits.empty());
  EXPECT_EQ(similar.hits[0].id, "co-");
  EXPECT_THAT(similar.words, testing::Contains("plan"));
  const SimilarResult narrowed = engine_.similar({"co", 2, {{"council", {"hull"}}}}, Stop::never());
  ASSERT_EQ(narrowed.hits.size(), 1u);
  EXPECT_EQ(narrowed.hits[0].id, "apart");
}

TEST_F(Words, ExplainsWhatAQueryStandsFor) {
  SearchRequest request;
  request.query = "DPs OR pay* rating:good";
  const Explanation explanation = engine_.explain(request, Stop::never());
  EXPECT_EQ(explanation.canonical_query, "dps OR pay* rating:good");
  EXPECT_THAT(explanation.tree, HasSubstr("(prefix pay)"));
  EXPECT_THAT(explanation.plan, HasSubstr("payment|payments"));
  std::vector<std::string> how;
  for (const Expansion& expansion : explanation.expansions)
    how.push_back(expansion.how + " " + expansion.written);
  EXPECT_THAT(how, ElementsAre("forms dps", "synonym direct", "synonym payments", "prefix pay"));
  ASSERT_EQ(explanation.expansions[3].terms.size(), 2u);
  EXPECT_EQ(explanation.expansions[3].terms[0].term, "payment");
  EXPECT_EQ(explanation.expansions[3].terms[0].articles, 1u);
}

}  // namespace
}  // namespace assay::engine
