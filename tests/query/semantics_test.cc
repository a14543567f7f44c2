#include <gtest/gtest.h>

#include "tests/query/articles.h"
#include "tests/query/fake_index.h"
#include "tests/query/oracle.h"

namespace assay::tests {
namespace {

// Lengths of time end a range elsewhere than alone (dates_test.cc), and a facet's values are compared here
// as ids: what remains of a random tree is all of the language.
void make_plain(query::Node& node) {
  for (std::string* date : {&node.since, &node.until})
    if (*date == "3months") *date = "2025-06-12";
  for (std::string& value : node.values)
    if (value == "a,b")
      value = "hull";
    else if (value == "Requires Improvement")
      value = "requires-improvement";
  for (const query::NodePtr& child : node.children) make_plain(*child);
}

TEST(Semantics, APlanMatchesWhatItsTreeMatches) {
  Random random(4);
  int matched = 0, missed = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<Article> articles;
    std::string all_words;
    for (int i = 0; i < 8; ++i) {
      articles.push_back(random_article(random));
      for (const auto* words : {&articles.back().title, &articles.back().text})
        for (const std::string& word : *words) all_words += word + ' ';
    }
    const FakeVocabulary words(all_words);
    const Oracle oracle(articles);
    for (int i = 0; i < 30; ++i) {
      const query::NodePtr tree = random_tree(random);
      make_plain(*tree);
      const std::string text = to_query(*tree);
      query::Request request;
      request.text = text;
      request.today = kToday;
      const query::Plan plan = query::plan(request, sample_schema(), words);
      const Oracle::Set expected = oracle.matches(*tree);
      for (std::size_t number = 0; number < articles.size(); ++number) {
        ASSERT_EQ(matches(plan, articles[number]), expected[number]) << text << '\n' << to_tree(plan.root);
        ++(expected[number] ? matched : missed);
      }
    }
  }
  EXPECT_GT(matched, 5'000);
  EXPECT_GT(missed, 5'000);
}

}  // namespace
}  // namespace assay::tests
