#include "searchd/engine/compile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "searchd/engine/engine.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using testing::UnorderedElementsAreArray;

std::vector<std::string> found(const tests::SmallIndex& index, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.limit = 1'000;
  std::vector<std::string> ids;
  for (const Hit& hit : Engine(index.path()).search(request, Stop::never()).hits) ids.push_back(hit.id);
  return ids;
}

// Whether a word that begins with "delay" and another that begins with "del" are at most 3 words apart.
bool has_pair(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::size_t j = 0; j < words.size(); ++j)
      if (i != j && std::max(i, j) - std::min(i, j) <= 3 && words[i].starts_with("delay") &&
          words[j].starts_with("del"))
        return true;
  return false;
}

// One word is not near itself; two are, whichever of them an operand stands for.
TEST(Compile, OperandsThatShareWordsStandForDifferentOnes) {
  std::mt19937 random(5);
  std::vector<std::pair<std::string, std::string>> articles;
  std::vector<std::string> expected;
  for (int number = 0; number < 300; ++number) {
    std::vector<std::string> words(10 + random() % 20, "rain");
    for (std::size_t count = 1 + random() % 5; count > 0; --count)
      words[random() % words.size()] = random() % 2 == 0 ? "delayed" : "deluge";
    std::string text;
    for (const std::string& word : words) text += word + ' ';
    articles.emplace_back(std::to_string(number), text);
    if (has_pair(words)) expected.push_back(articles.back().first);
  }
  const tests::SmallIndex index(articles);
  for (const char* query : {"delay* NEAR/3 del*", "del* NEAR/3 delay*"})
    EXPECT_THAT(found(index, query), UnorderedElementsAreArray(expected)) << query;
}

// Xapian's AND_NOT does not prepare what stands on its right, so that an OR in an AND there may lose matches,
// by what happens to be in memory.
TEST(Compile, NothingIsLeftToXapiansAndNot) {
  query::PlanNode all, either, dropped, both;
  either.match = query::Match::kTerm;
  either.terms = {"check", "checks"};
  both.match = query::Match::kAnd;
  both.children = {either, either};
  dropped.match = query::Match::kAndNot;
  dropped.children = {all, both};
  EXPECT_THAT(compile(dropped, Stop::never()).get_description(), testing::Not(testing::HasSubstr("AND_NOT")));
}

}  // namespace
}  // namespace assay::engine
