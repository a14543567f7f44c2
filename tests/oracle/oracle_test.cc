// The engine's answers against the oracle's, over the articles of corpus/ and over generated ones.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/taxonomy/taxonomy.h"
#include "searchd/engine/failure.h"
#include "tests/oracle/expectation.h"
#include "tests/oracle/generate.h"
#include "tests/oracle/indexed.h"
#include "tests/oracle/questions.h"

namespace assay::tests {
namespace {

constexpr int kQueries = 5'000;

Oracle::Counts counts_of(const engine::SearchResult& result) {
  Oracle::Counts counts;
  for (const engine::FacetCounts& facet : result.facets)
    for (const engine::FacetCount& value : facet.values)
      if (value.count > 0) counts[facet.facet][value.value] = value.count;
  return counts;
}

// The request as one would write it, to ask it again by hand.
std::string describe(const engine::SearchRequest& request) {
  std::string text = "query " + request.query;
  for (const query::RequestFilter& filter : request.filters)
    text += fmt::format("\n filter {}:{}", filter.facet, fmt::join(filter.values, ","));
  return text + fmt::format("\n since '{}' until '{}'", request.since, request.until);
}

// The first count that differs.
std::string difference(const Oracle::Counts& counted, const Oracle::Counts& expected) {
  for (const auto* side : {&expected, &counted})
    for (const auto& [facet, values] : *side)
      for (const auto& [value, count] : values) {
        const auto of = [&, &f = facet, &v = value](const Oracle::Counts& counts) {
          const auto found = counts.find(f);
          return found != counts.end() && found->second.contains(v) ? found->second.at(v) : 0;
        };
        if (of(counted) != of(expected))
          return fmt::format("{}:{} is counted {}, not {}", facet, value, of(counted), of(expected));
      }
  return {};
}

// The first hit that is none of the articles `left`, or is one for the second time; if there were fewer hits
// than asked for, else the first article that is missing.
std::string wrong_hit(const engine::SearchResult& result, std::uint32_t limit, Oracle::Set left,
                      const Indexed& indexed) {
  for (const engine::Hit& hit : result.hits) {
    const std::size_t number = indexed.number(hit.id);
    if (!left[number]) return hit.id + " should not be found";
    left[number] = false;
  }
  const auto missed = std::find(begin(left), end(left), true);
  if (result.hits.size() == limit || missed == end(left)) return {};
  return indexed.id(static_cast<std::size_t>(missed - begin(left))) + " is not found";
}

class OracleTest : public testing::TestWithParam<std::tuple<const char*, unsigned>> {
 protected:
  const Indexed& indexed() const { return Indexed::named(std::get<0>(GetParam())); }
  static const query::SynonymTable& synonyms() {
    static const query::SynonymTable kTable(taxonomy::Taxonomy::built_in().synonyms());
    return kTable;
  }
  unsigned seed() const { return std::get<1>(GetParam()); }
  // All of the corpus; of generated articles the counts of source tell which match.
  std::uint32_t limit() const { return std::get<0>(GetParam()) == std::string_view("corpus") ? 1'000 : 10; }
};

TEST_P(OracleTest, AnswersWhatTheOracleAnswers) {
  Questions questions(indexed().oracle(), indexed().facets(), seed());
  int found_some = 0;
  for (int i = 0; i < kQueries; ++i) {
    engine::SearchRequest request = questions.request();
    request.limit = limit();
    const Expectation expected = expect(request, indexed().oracle(), indexed().facets(), synonyms());
    const engine::SearchResult result = indexed().search(request);
    SCOPED_TRACE(describe(request) + "\n canonical " + result.canonical_query);
    ASSERT_EQ(wrong_hit(result, limit(), expected.matches, indexed()), "");
    ASSERT_EQ(difference(counts_of(result), expected.counts), "");
    const auto total =
        static_cast<std::size_t>(std::count(begin(expected.matches), end(expected.matches), true));
    ASSERT_EQ(result.total, total);
    ASSERT_EQ(result.hits.size(), std::min<std::size_t>(total, limit()));
    found_some += total > 0 && total < expected.matches.size();
  }
  EXPECT_GT(found_some, kQueries / 2);
}

INSTANTIATE_TEST_SUITE_P(Seeds, OracleTest,
                         testing::Combine(testing::Values("corpus", "generated"), testing::Range(1U, 3U)),
                         [](const auto& at) {
                           return fmt::format("{}{}", std::get<0>(at.param), std::get<1>(at.param));
                         });

}  // namespace
}  // namespace assay::tests
