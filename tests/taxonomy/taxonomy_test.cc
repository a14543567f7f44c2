#include "indexer/taxonomy/taxonomy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "indexer/taxonomy/table.h"
#include "tests/temp_folder.h"

namespace assay::taxonomy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A small taxonomy of another subject.
Files sample() {
  return {{"facets.tsv", "colour\tColour\tordered\tred\tverdict\nshape\tShape\tclosed\t\tphrases\n"},
          {"values/colour.tsv", "red\tRed\t\tred|crimson\nblue\t\t\t\n"},
          {"values/shape.tsv", "# no value\n\nround\tRound\tcolour=red\tcircle\n"},
          {"rules/rating.tsv", "verdict\tcalled|named\n"}};
}

std::string error_of(const Files& files) {
  try {
    const Taxonomy taxonomy(files);
  } catch (const TaxonomyError& error) {
    return error.what();
  }
  return "no error";
}

std::string error_with(const std::string& file, const std::string& content) {
  Files files = sample();
  files[file] = content;
  return error_of(files);
}

TEST(Taxonomy, ReadsAnotherSubject) {
  const Taxonomy taxonomy(sample());
  ASSERT_EQ(taxonomy.facets().size(), 2u);
  const schema::Facet& colour = taxonomy.facets()[0];
  EXPECT_TRUE(colour.ordered);
  EXPECT_EQ(colour.default_value, "red");
  EXPECT_THAT(colour.values()[0].aliases, ElementsAre("red", "crimson"));
  EXPECT_EQ(colour.values()[1].label, "blue");
  EXPECT_EQ(taxonomy.facets()[1].values()[0].parents, (std::vector<schema::FacetParent>{{"colour", "red"}}));
  EXPECT_THAT(taxonomy.derived_by(Derivation::kPhrases), ElementsAre(&taxonomy.facets()[1]));
  ASSERT_EQ(taxonomy.cues("rating").size(), 2u);
  EXPECT_EQ(taxonomy.cues("rating")[1].phrase, "named");
  EXPECT_THAT(taxonomy.cues("absent"), IsEmpty());
}

TEST(Taxonomy, FingerprintFollowsTheData) {
  Files changed = sample();
  changed["rules/rating.tsv"] += "verdict\tdubbed\n";
  EXPECT_EQ(Taxonomy(sample()).fingerprint(), Taxonomy(sample()).fingerprint());
  EXPECT_NE(Taxonomy(sample()).fingerprint(), Taxonomy(changed).fingerprint());
}

TEST(Taxonomy, ErrorsSayWhereAndWhat) {
  EXPECT_THAT(error_with("values/colour.tsv", "red\tRed\t\t\n#\nred\tAgain\t\t\n"),
              HasSubstr("values/colour.tsv:3: the id 'red' is there already (line 1)"));
  EXPECT_THAT(error_with("values/colour.tsv", "red\tRed\t\t\textra\n"),
              HasSubstr("values/colour.tsv:1: has 5 columns"));
  EXPECT_THAT(error_with("values/colour.tsv", "\tRed\n"),
              HasSubstr("values/colour.tsv:1: its first column is empty"));
  EXPECT_THAT(error_with("values/shape.tsv", "round\tRound\tred\t\n"), HasSubstr("'red' is not FACET=VALUE"));
  EXPECT_THAT(error_with("values/shape.tsv", "round\tRound\tsize=big\t\n"),
              HasSubstr("the unknown facet 'size'"));
  EXPECT_THAT(error_with("values/shape.tsv", "round\tRound\tcolour=pink\t\n"),
              HasSubstr("'pink', which is no value of colour"));
  EXPECT_THAT(error_with("values/shape.tsv", "round\tRound\tshape=round\t\n"),
              HasSubstr("lies under itself"));
  EXPECT_THAT(error_with("values/size.tsv", "big\n"), HasSubstr("facets.tsv has no facet 'size'"));
  EXPECT_THAT(error_with("rules/rating.tsv", "verdict\n"),
              HasSubstr("rules/rating.tsv:1: a cue has no phrases"));
  EXPECT_THAT(error_with("facets.tsv", "a\tA\tajar\t\tphrases\n"), HasSubstr("facets.tsv:1:"));
  EXPECT_THAT(error_with("facets.tsv", "a\tA\topen\t\tmagic\n"), HasSubstr("'magic' is none of"));
  EXPECT_THAT(error_with("facets.tsv", "colour\tC\tclosed\tpink\tverdict\n"),
              HasSubstr("the default 'pink'"));
  EXPECT_THAT(error_with("facets.tsv", "a\tA\topen\t\tphrases\na\tA\topen\t\tphrases\n"),
              HasSubstr("facets.tsv:2: the facet 'a' is there already"));
  EXPECT_THAT(error_with("facets.tsv", "a\tA\topen\t\tverdict\nb\tB\topen\t\tverdict\n"),
              HasSubstr("facets.tsv:2: only one facet can be derived by 'verdict'"));
  EXPECT_THAT(error_of({}), HasSubstr("facets.tsv is missing"));
}

TEST(Taxonomy, FindsACycleOverSeveralFacets) {
  EXPECT_THAT(error_of({{"facets.tsv", "a\tA\tclosed\t\tphrases\nb\tB\tclosed\t\tparents\n"},
                        {"values/a.tsv", "x\tX\tb=y\t\n"},
                        {"values/b.tsv", "y\tY\ta=x\t\n"}}),
              HasSubstr("lies under itself"));
}

TEST(Taxonomy, LoadsAFolder) {
  const tests::TempFolder folder;
  for (const auto& [name, content] : sample()) folder.write(name, content);
  EXPECT_EQ(Taxonomy::load(folder.path()).fingerprint(), Taxonomy(sample()).fingerprint());
  EXPECT_THROW(Taxonomy::load(folder.path() / "none"), TaxonomyError);
}

TEST(Taxonomy, TheBuiltInOneIsWhole) {
  const Taxonomy taxonomy = Taxonomy::built_in();
  std::map<std::string, std::size_t> sizes;
  for (const schema::Facet& facet : taxonomy.facets()) sizes[facet.name] = facet.values().size();
  EXPECT_EQ(sizes["council"], 153u);
  EXPECT_EQ(sizes["region"], 9u);
  EXPECT_EQ(sizes["rating"], 5u);
  EXPECT_EQ(sizes["theme"], 20u);
  EXPECT_EQ(sizes["area"], 4u);
  EXPECT_EQ(taxonomy.fingerprint(), Taxonomy::load(ASSAY_SOURCE_DIR "/indexer/taxonomy").fingerprint());
  for (const schema::Facet& facet : taxonomy.facets())
    for (const schema::FacetValue& value : facet.values())
      EXPECT_EQ(value.parents.size(), facet.name == "council" ? 2u : value.parents.size()) << value.id;
}

}  // namespace
}  // namespace assay::taxonomy
