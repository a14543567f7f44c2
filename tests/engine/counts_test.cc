// Counts besides those of facets' values: by date, by score, of pairs; and search within values.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "searchd/engine/engine.h"
#include "searchd/engine/facet_counts.h"
#include "searchd/engine/failure.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using testing::ElementsAre;
using testing::Pair;
using tests::kStated;
using tests::SmallIndex;
using tests::stated;

std::vector<std::pair<std::string, std::uint64_t>> labelled(const DateHistogram& histogram) {
  std::vector<std::pair<std::string, std::uint64_t>> buckets;
  for (const DateCount& bucket : histogram.buckets) buckets.emplace_back(bucket.label, bucket.count);
  return buckets;
}

TEST(DateHistogram, CountsEveryIntervalBetweenTheFirstAndTheLast) {
  const ValueCounts dates = {{"20241130", 1}, {"20250101", 2}, {"20250131", 3}, {"20250415", 4}};
  EXPECT_THAT(labelled(date_histogram("month", dates, 11)),
              ElementsAre(Pair("2024-11", 1), Pair("2024-12", 0), Pair("2025-01", 5), Pair("2025-02", 0),
                          Pair("2025-03", 0), Pair("2025-04", 4)));
  EXPECT_THAT(labelled(date_histogram("quarter", dates, 11)),
              ElementsAre(Pair("2024-Q4", 1), Pair("2025-Q1", 5), Pair("2025-Q2", 4)));
  const DateHistogram years = date_histogram("year", dates, 11);
  EXPECT_THAT(labelled(years), ElementsAre(Pair("2024", 1), Pair("2025", 9)));
  EXPECT_EQ(years.undated, 1u);
  EXPECT_EQ(years.buckets[1].start, "2025-01-01");
  EXPECT_THAT(labelled(date_histogram("year", {}, 7)), ElementsAre());
  EXPECT_EQ(date_histogram("year", {}, 7).undated, 7u);
  EXPECT_THROW(date_histogram("week", dates, 11), Failure);
}

TEST(ScoreBands, AreThoseOfTheTaxonomy) {
  const auto text = [](const std::string& council, const std::string& grade, int score) {
    return "The CQC rated " + council + "'s adult social care as " + grade + ", with an overall score of " +
           std::to_string(score) + " per cent.\n";
  };
  const SmallIndex index({{"a", text("Leeds City Council", "good", 63)},
                          {"b", text("Kent County Council", "good", 87)},
                          {"c", text("City of York Council", "inadequate", 38)},
                          {"d", "Nothing is scored.\n"}});
  SearchRequest request;
  request.score_bands = true;
  const SearchResult result = Engine(index.path()).search(request, Stop::never());
  std::vector<std::pair<std::string, std::uint64_t>> bands;
  for (const ScoreBandCount& band : result.score_bands) bands.emplace_back(band.band.value, band.count);
  EXPECT_THAT(bands, ElementsAre(Pair("inadequate", 1), Pair("requires-improvement", 0), Pair("good", 2),
                                 Pair("outstanding", 0)));
}

class Facets : public testing::Test {
 protected:
  static const FacetCount& counted(const FacetCounts& facet, const std::string& value) {
    const auto found = std::ranges::find(facet.values, value, &FacetCount::value);
    if (found == facet.values.end()) throw std::runtime_error(value + " is not counted");
    return *found;
  }

  const SmallIndex index_{kStated,
                          {stated("a", "2025-03-01", "good", "york,leeds", "Care."),
                           stated("b", "2025-01-01", "inadequate", "barnet", "Care."),
                           stated("c", "2025-02-01", "good", "leeds", "Care of carers.")}};
  const Engine engine_{index_.path()};
};

TEST_F(Facets, SearchWithinTheValues) {
  SearchRequest request;
  request.facets = {"council", "region"};
  request.facet_prefix = "Lond";
  const SearchResult result = engine_.search(request, Stop::never());
  ASSERT_EQ(result.facets[0].values.size(), 1u);  // "London Borough of Barnet" is one of its names
  EXPECT_EQ(result.facets[0].values[0].value, "barnet");
  ASSERT_EQ(result.facets[1].values.size(), 1u);
  EXPECT_EQ(result.facets[1].values[0].value, "london");
}

TEST_F(Facets, ValuesNameTheirParentsAndParentsCountEachArticleOnce) {
  SearchRequest request;
  request.facets = {"council", "region"};
  const SearchResult result = engine_.search(request, Stop::never());
  const FacetCount& leeds = counted(result.facets[0], "leeds");
  EXPECT_EQ(leeds.count, 2u);
  EXPECT_THAT(leeds.parents, testing::Contains(schema::FacetParent{"region", "yorkshire-and-the-humber"}));
  // York and Leeds of one article are one.
  EXPECT_EQ(counted(result.facets[1], "yorkshire-and-the-humber").count, 2u);
}

TEST_F(Facets, PivotCountsPairs) {
  PivotRequest request;
  request.rows = "council";
  request.columns = "rating";
  const PivotResult table = engine_.pivot(request, Stop::never());
  EXPECT_EQ(table.total, 3u);
  ASSERT_EQ(table.rows.values.size(), 3u);
  ASSERT_EQ(table.columns.values.size(), 2u);
  EXPECT_EQ(table.rows.values[0].value, "leeds");  // the most articles first
  EXPECT_EQ(table.rows.values[0].count, 2u);
  EXPECT_EQ(table.columns.values[0].value, "good");  // in the order of ratings
  EXPECT_THAT(table.cells, ElementsAre(ElementsAre(2u, 0u), ElementsAre(0u, 1u), ElementsAre(1u, 0u)));
  request.search.query = "carers";
  EXPECT_THAT(engine_.pivot(request, Stop::never()).cells, ElementsAre(ElementsAre(1u)));
  request.columns = "colour";
  EXPECT_THROW(engine_.pivot(request, Stop::never()), Failure);
}

}  // namespace
}  // namespace assay::engine
