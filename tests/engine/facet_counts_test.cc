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

const std::map<std::string, std::uint64_t> kSets = {{schema::ordinals_value({0, 2}), 3},
                                                    {schema::ordinals_value({2}), 4}};

TEST(FacetCounts, AddsUpTheSets) {
  EXPECT_THAT(shown(facet_counts(facet_of(3, false), kSets, {})),
              ElementsAre(std::pair("v2", 7), std::pair("v0", 3), std::pair("v1", 0)));
}

TEST(FacetCounts, OrderedFacetsKeepTheirOrder) {
  EXPECT_THAT(shown(facet_counts(facet_of(3, true), kSets, {})),
              ElementsAre(std::pair("v0", 3), std::pair("v1", 0), std::pair("v2", 7)));
}

TEST(FacetCounts, ALongFacetShowsMatchesAndChoices) {
  const FacetCounts counts = facet_counts(facet_of(100, false), kSets, {50});
  EXPECT_THAT(shown(counts), ElementsAre(std::pair("v2", 7), std::pair("v0", 3), std::pair("v50", 0)));
  EXPECT_TRUE(counts.values.back().selected);
}

}  // namespace
}  // namespace assay::engine
