// Copies of one release: a hit each, or one for all of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "searchd/engine/engine.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using tests::kStated;
using tests::SmallIndex;
using tests::stated;

const std::string kRelease =
    "The regulator looked at how the council meets its duties towards adults with care needs and at how it "
    "helps the people who look after them without pay and it published what it found in a report this week "
    "which says that residents were positive and that waits for an assessment were too long for some of "
    "them ";

class Copies : public testing::Test {
 protected:
  SearchResult ask(const std::string& query, bool fold) const {
    SearchRequest request;
    request.query = query;
    request.fold = fold;
    request.facets = {"rating", "source"};
    request.histogram = "year";
    return engine_.search(request, Stop::never());
  }
  static std::vector<std::string> ids(const SearchResult& result) {
    std::vector<std::string> ids;
    for (const Hit& hit : result.hits) ids.push_back(hit.id);
    return ids;
  }
  static std::map<std::string, std::uint64_t> counts(const FacetCounts& facet) {
    std::map<std::string, std::uint64_t> counts;
    for (const FacetCount& value : facet.values)
      if (value.count > 0) counts[value.value] = value.count;
    return counts;
  }
  static read::Article published_by(const std::string& publisher, read::Article article) {
    article.publisher = publisher;
    return article;
  }

  const SmallIndex index_{
      kStated,
      {published_by("A", stated("a", "2025-01-02", "good", "leeds", kRelease)),
       published_by("B", stated("b", "2025-01-03", "good", "leeds", kRelease + "extra")),
       published_by("B", stated("c", "2024-12-31", "good", "leeds", kRelease)),
       published_by("A", stated("d", "2025-01-01", "good", "york", kRelease)),
       published_by("C", stated("e", "2025-01-01", "inadequate", "hull", "Other residents."))}};
  const Engine engine_{index_.path()};
};

TEST_F(Copies, AreHitsOfTheirOwnUnlessFolded) {
  const SearchResult apart = ask("residents", false);
  EXPECT_EQ(apart.total, 5u);
  EXPECT_FALSE(apart.counts_groups);
  const SearchResult folded = ask("residents", true);
  EXPECT_EQ(folded.total, 3u);
  EXPECT_TRUE(folded.counts_groups);
  ASSERT_EQ(folded.hits.size(), 3u);
  for (const Hit& hit : folded.hits) EXPECT_EQ(hit.copies, hit.id == "d" || hit.id == "e" ? 1u : 3u);
}

TEST_F(Copies, CountAsGroupsInEveryFacet) {
  EXPECT_EQ(counts(ask("residents", false).facets[0]),
            (std::map<std::string, std::uint64_t>{{"good", 4}, {"inadequate", 1}}));
  const SearchResult folded = ask("residents", true);
  EXPECT_EQ(counts(folded.facets[0]), (std::map<std::string, std::uint64_t>{{"good", 2}, {"inadequate", 1}}));
  // The group was published by A and by B.
  EXPECT_EQ(counts(folded.facets[1]), (std::map<std::string, std::uint64_t>{{"a", 2}, {"b", 1}, {"c", 1}}));
  ASSERT_TRUE(folded.histogram);
  ASSERT_EQ(folded.histogram->buckets.size(), 2u);
  EXPECT_EQ(folded.histogram->buckets[0].count, 1u);  // 2024: the group, by its first article
  EXPECT_EQ(folded.histogram->buckets[1].count, 2u);
}

TEST_F(Copies, AreFoundByTheOneThatMatches) {
  const SearchResult folded = ask("extra", true);
  EXPECT_EQ(folded.total, 1u);
  EXPECT_THAT(ids(folded), ElementsAre("b"));
}

TEST_F(Copies, FoldBeforePaging) {
  SearchRequest request;
  request.fold = true;
  request.sort = {{"date", true}};
  EXPECT_THAT(ids(engine_.search(request, Stop::never())), ElementsAre("b", "d", "e"));
  request.limit = 1;
  request.offset = 1;
  EXPECT_THAT(ids(engine_.search(request, Stop::never())), ElementsAre("d"));
  request.offset = 3;
  EXPECT_THAT(ids(engine_.search(request, Stop::never())), ElementsAre());
}

TEST_F(Copies, FoldUnderAFilterAndInItsOwnFacetsCounts) {
  SearchRequest request;
  request.fold = true;
  request.facets = {"source"};
  request.filters = {{"source", {"b"}}};
  request.sort = {{"date", true}};
  const SearchResult result = engine_.search(request, Stop::never());
  EXPECT_EQ(result.total, 1u);
  EXPECT_THAT(ids(result), ElementsAre("b"));
  // What choosing another publisher would find.
  EXPECT_EQ(counts(result.facets[0]), (std::map<std::string, std::uint64_t>{{"a", 2}, {"b", 1}, {"c", 1}}));
}

TEST_F(Copies, FoldInPagesByCursor) {
  SearchRequest request;
  request.fold = true;
  request.sort = {{"date", true}};
  request.limit = 1;
  std::vector<std::string> paged;
  for (request.cursor = "*"; !request.cursor.empty();) {
    const SearchResult page = engine_.search(request, Stop::never());
    EXPECT_EQ(page.total, 3u);
    for (const std::string& id : ids(page)) paged.push_back(id);
    request.cursor = page.next_cursor;
  }
  EXPECT_THAT(paged, ElementsAre("b", "d", "e"));
}

TEST_F(Copies, FoldInPivotAndExplain) {
  PivotRequest request;
  request.search.fold = true;
  request.rows = request.columns = "council";
  const PivotResult table = engine_.pivot(request, Stop::never());
  EXPECT_EQ(table.total, 3u);
  EXPECT_TRUE(table.counts_groups);
  ASSERT_EQ(table.cells.size(), 3u);
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column)
      EXPECT_EQ(table.cells[row][column], row == column ? 1u : 0u);
  const Explanation explanation = engine_.explain(request.search, Stop::never());
  EXPECT_EQ(explanation.total, 3u);
  EXPECT_TRUE(explanation.counts_groups);
}

TEST_F(Copies, AreNotSimilarToThemselves) {
  std::vector<std::string> similar;
  for (const Hit& hit : engine_.similar({"a", 10, {}}, Stop::never()).hits) similar.push_back(hit.id);
  EXPECT_THAT(similar, UnorderedElementsAre("d", "e"));
}

TEST_F(Copies, AreOneEventOfAHistory) {
  const History history = engine_.history("Leeds", Stop::never());
  ASSERT_EQ(history.events.size(), 1u);
  EXPECT_EQ(history.events[0].id, "c");  // the first of them
  EXPECT_EQ(history.events[0].copies, 3u);
}

}  // namespace
}  // namespace assay::engine
