// The engine in memory against Xapian's own matcher: the same ids, order, totals, counts and weights.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "indexer/taxonomy/taxonomy.h"
#include "indexer/write/writer.h"
#include "searchd/engine/failure.h"
#include "tests/oracle/generate.h"
#include "tests/oracle/indexed.h"
#include "tests/oracle/questions.h"

namespace assay::tests {
namespace {

// Of each index and seed; the whole comparison asks for 50,000 by the environment.
int queries() {
  const char* const wanted = std::getenv("ASSAY_ENGINE_QUERIES");
  return wanted != nullptr ? std::atoi(wanted) : 1'500;
}

engine::MatcherOptions stock() { return {.in_memory = false}; }

bool is_near(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(std::abs(a), std::abs(b)); }

// A random request with a random order, page and way to count.
engine::SearchRequest request_of(Questions& questions) {
  engine::SearchRequest request = questions.request();
  request.limit = static_cast<std::uint32_t>(questions.below(30));
  request.offset = questions.below(4) == 0 ? static_cast<std::uint32_t>(questions.below(20)) : 0;
  request.snippets = 0;
  request.fold = questions.below(3) == 0;
  request.feedback = questions.below(5) == 0;
  request.freshness_days = questions.below(5) == 0 ? 90 : 0;
  request.score_bands = questions.below(4) == 0;
  if (questions.below(4) == 0) request.histogram = "quarter";
  static const char* const kFields[] = {"relevance", "date", "score", "rating", "council", "theme"};
  switch (questions.below(4)) {
    case 0:
      request.sort = {{kFields[questions.below(6)], questions.below(2) == 0}};
      break;
    case 1:
      request.sort = {{kFields[questions.below(6)], false}, {kFields[1 + questions.below(5)], true}};
      break;
    default:
      break;
  }
  return request;
}

std::string counts_of(const engine::SearchResult& result) {
  std::string text;
  for (const engine::FacetCounts& facet : result.facets)
    for (const engine::FacetCount& value : facet.values)
      text += fmt::format("{}:{}={} ", facet.facet, value.value, value.count);
  for (const engine::ScoreBandCount& band : result.score_bands) text += fmt::format("{} ", band.count);
  if (result.histogram)
    for (const engine::DateCount& bucket : result.histogram->buckets)
      text += fmt::format("{}={} ", bucket.start, bucket.count);
  return text;
}

// Hits in another order are the same where their weights are: sums in another order of adding differ in their
// last bits.
std::string wrong_order(const engine::SearchResult& found, const engine::SearchResult& expected) {
  if (found.hits.size() != expected.hits.size())
    return fmt::format("{} hits, not {}", found.hits.size(), expected.hits.size());
  for (std::size_t i = 0; i < found.hits.size(); ++i) {
    if (!is_near(found.hits[i].score, expected.hits[i].score))
      return fmt::format("hit {} ({}) weighs {:.9}, not {:.9} ({})", i, found.hits[i].id, found.hits[i].score,
                         expected.hits[i].score, expected.hits[i].id);
    if (found.hits[i].id != expected.hits[i].id && found.hits[i].score == expected.hits[i].score)
      return fmt::format("hit {} is {}, not {}", i, found.hits[i].id, expected.hits[i].id);
  }
  return {};
}

std::string difference(const engine::SearchResult& found, const engine::SearchResult& expected) {
  if (found.total != expected.total) return fmt::format("{} matches, not {}", found.total, expected.total);
  if (counts_of(found) != counts_of(expected))
    return "counts\n" + counts_of(found) + "\nnot\n" + counts_of(expected);
  return wrong_order(found, expected);
}

std::string describe(const engine::SearchRequest& request) {
  std::string text = "query " + request.query;
  for (const engine::SortKey& key : request.sort)
    text += fmt::format(" sort {}{}", key.field, key.descending ? " down" : "");
  return text + fmt::format(" fold {} feedback {} freshness {} offset {} limit {}", request.fold,
                            request.feedback, request.freshness_days, request.offset, request.limit);
}

void expect_equal(const engine::Engine& quick, const engine::Engine& sure, Questions& questions, int count) {
  for (int i = 0; i < count; ++i) {
    const engine::SearchRequest request = request_of(questions);
    std::string expected_failure, failure;
    engine::SearchResult expected, found;
    try {
      expected = sure.search(request, Stop::never());
    } catch (const engine::Failure& failed) {
      expected_failure = failed.what();
    }
    try {
      found = quick.search(request, Stop::never());
    } catch (const engine::Failure& failed) {
      failure = failed.what();
    }
    ASSERT_EQ(failure, expected_failure) << describe(request);
    ASSERT_EQ(difference(found, expected), "") << describe(request);
  }
}

class EnginesTest : public testing::TestWithParam<std::tuple<const char*, unsigned>> {};

TEST_P(EnginesTest, GiveTheSame) {
  const Indexed& indexed = Indexed::named(std::get<0>(GetParam()));
  const engine::Engine sure(indexed.path(), stock());
  Questions questions(indexed.oracle(), indexed.facets(), std::get<1>(GetParam()));
  expect_equal(indexed.engine(), sure, questions, queries());
}

INSTANTIATE_TEST_SUITE_P(Seeds, EnginesTest,
                         testing::Combine(testing::Values("corpus", "generated"), testing::Values(7u)),
                         [](const auto& each) {
                           return fmt::format("{}{}", std::get<0>(each.param), std::get<1>(each.param));
                         });

// Snapshots grow with commits, which add, change and delete articles; caches as small as can be give the same.
TEST(Engines, GiveTheSameAfterEachCommit) {
  const Indexed& indexed = Indexed::generated();
  Questions questions(indexed.oracle(), indexed.facets(), 11);
  const TempFolder folder;
  const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  std::vector<read::Article> articles = generate(600);
  indexer::IndexWriter writer(folder.path(), taxonomy);
  writer.put(articles[0]);
  writer.commit();
  const engine::Engine quick(folder.path()), small(folder.path(), {.cache_bytes = 20'000}),
      sure(folder.path(), stock());
  for (std::size_t at = 1; at < articles.size(); at += 60) {
    for (std::size_t i = at; i < std::min(at + 60, articles.size()); ++i) writer.put(articles[i]);
    for (std::size_t i = 0; i < at; i += 7) {
      articles[i].text += " Once more the panel met.";
      writer.put(articles[i]);
    }
    writer.commit();
    expect_equal(quick, sure, questions, 60);
    expect_equal(small, sure, questions, 60);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace assay::tests
