#include "indexer/schema/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema/analyzer.h"

namespace assay::schema {
namespace {

using testing::HasSubstr;

Schema sample() {
  Schema schema;
  schema.analyzer = kAnalyzerFingerprint;
  schema.taxonomy = "t1";
  schema.index_id = "abc";
  Facet council;
  council.name = "council";
  council.label = "Council";
  council.slot = 17;
  council.add({"york", "York", {{"region", "yorkshire"}}, {"City of York Council"}});
  council.add({"hull", "Hull", {}, {}});
  Facet rating;
  rating.name = "rating";
  rating.slot = 16;
  rating.ordered = true;
  rating.default_value = "none";
  rating.add({"none", "No rating", {}, {}});
  schema.facets = {rating, council};
  return schema;
}

std::string message_of(const std::string& metadata) {
  try {
    parse_schema(metadata);
  } catch (const FormatError& error) {
    return error.what();
  }
  return {};
}

TEST(Schema, SurvivesTheRoundTrip) {
  const Schema before = sample();
  const Schema after = parse_schema(serialise(before));
  EXPECT_EQ(after.index_id, "abc");
  EXPECT_EQ(after.taxonomy, "t1");
  ASSERT_EQ(after.facets.size(), 2u);
  EXPECT_TRUE(after.find("rating")->ordered);
  EXPECT_EQ(after.find("rating")->default_value, "none");
  const Facet& council = *after.find("council");
  EXPECT_EQ(council.slot, 17u);
  EXPECT_EQ(council.ordinal("hull"), 1);
  EXPECT_EQ(council.values()[0].parents, before.facets[1].values()[0].parents);
  EXPECT_EQ(council.values()[0].aliases, before.facets[1].values()[0].aliases);
  EXPECT_EQ(after.find("nothing"), nullptr);
}

TEST(Schema, RefusesWhatItDoesNotReadInWordsThatSayWhatToDo) {
  Schema newer = sample();
  newer.format_version = kFormatVersion + 1;
  EXPECT_THAT(message_of(serialise(newer)), HasSubstr("format version " + std::to_string(kFormatVersion + 1)));
  EXPECT_THAT(message_of(serialise(newer)), HasSubstr("build the index again"));
  Schema other = sample();
  other.analyzer = "words-0/klingon";
  EXPECT_THAT(message_of(serialise(other)), HasSubstr("words-0/klingon"));
  EXPECT_THAT(message_of(""), HasSubstr("no assay index"));
  EXPECT_THAT(message_of("\xff\xff\xff"), HasSubstr("no assay index"));
}

TEST(Facet, OrdinalsAreThePositionsAndIdsAreUnique) {
  Facet facet;
  EXPECT_EQ(facet.add({"a", "A", {}, {}}), 0);
  EXPECT_EQ(facet.add({"b", "B", {}, {}}), 1);
  EXPECT_THROW(facet.add({"a", "again", {}, {}}), std::invalid_argument);
  EXPECT_EQ(facet.values().size(), 2u);
  EXPECT_EQ(facet.ordinal("c"), std::nullopt);
}

TEST(Facet, RefusesMoreValuesThanOrdinals) {
  Facet facet;
  for (int i = 0; i < 65536; ++i) facet.add({std::to_string(i), "", {}, {}});
  EXPECT_THROW(facet.add({"one too many", "", {}, {}}), std::length_error);
}

}  // namespace
}  // namespace assay::schema
