#include "searchd/engine/facet_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema/terms.h"

namespace assay::engine {
namespace {

using testing::ElementsAre;

schema::Facet facet_of(std::size_t values, bool ordered) {
  schema::Facet facet;
  facet.ordered = ordered;
  for (std::size_t i = 0; i < values; ++i)
    facet.add({"v" + std::to_string(i), "V" + std::to_string(i), {}, {}});
  return facet;
}

std::vector<std::pair<std::string, std::uint64_t>> shown(const FacetCounts& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> result;
  for (const FacetCount& count : counts.values) result.emplace_back(count.value, count.count);
  return result;
}

const OrdinalCounts kMatches = {3, 0, 7};

TEST(FacetCounts, FrequentValuesComeFirst) {
  EXPECT_THAT(shown(facet_counts(facet_of(3, false), kMatches, {})),
              ElementsAre(std::pair("v2", 7), std::pair("v0", 3), std::pair("v1", 0)));
}

TEST(FacetCounts, OrderedFacetsKeepTheirOrder) {
  EXPECT_THAT(shown(facet_counts(facet_of(3, true), kMatches, {})),
              ElementsAre(std::pair("v0", 3), std::pair("v1", 0), std::pair("v2", 7)));
}

TEST(FacetCounts, ALongFacetShowsMatchesAndChoices) {
  const FacetCounts counts = facet_counts(facet_of(100, false), kMatches, {50});
  EXPECT_THAT(shown(counts), ElementsAre(std::pair("v2", 7), std::pair("v0", 3), std::pair("v50", 0)));
  EXPECT_TRUE(counts.values.back().selected);
}

}  // namespace
}  // namespace assay::engine
