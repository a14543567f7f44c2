// Extraction on the sample corpus: how well it reads the labelled articles, and what holds for any article.
#include <gtest/gtest.h>

#include "bench/extraction/corpus.h"
#include "bench/extraction/score.h"
#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

const std::string kFolder = ASSAY_SOURCE_DIR "/corpus";

const std::vector<bench::Labelled>& labels() {
  static const auto labels = bench::read_labels(kFolder + "/labels.jsonl");
  return labels;
}

const bench::Corpus& corpus() {
  static const auto corpus = bench::read_corpus(kFolder, labels());
  return corpus;
}

TEST(Corpus, EveryLabelHasItsArticle) {
  EXPECT_TRUE(corpus().problems.empty());
  for (const bench::Labelled& label : labels())
    EXPECT_TRUE(corpus().articles.contains(label.name)) << label.name;
}

// Floors a little under what was measured; bench_extraction prints the figures.
TEST(Corpus, ExtractionStaysAboveItsFloor) {
  auto scores = bench::score(labels(), bench::extract_facets(corpus(), built_in_taxonomy()), "tune");
  EXPECT_GE(scores["rating"].precision(), 0.95);
  EXPECT_GE(scores["rating"].recall(), 0.89);
  EXPECT_GE(scores["main council"].accuracy(), 0.93);
  EXPECT_GE(scores["date"].f1(), 0.95);
  EXPECT_GE(scores["themes"].f1(), 0.81);
}

TEST(Corpus, EvidenceIsCutOutOfTheArticle) {
  for (const auto& [name, article] : corpus().articles)
    for (const extract::Evidence& evidence : extract_article(article).evidence) {
      const std::string& source = evidence.in_title ? article.title : article.text;
      ASSERT_LE(evidence.end, source.size()) << name;
      EXPECT_EQ(source.substr(evidence.begin, evidence.end - evidence.begin), evidence.text) << name;
    }
}

TEST(Corpus, EveryExtractedFacetHasEvidenceOrAnAddress) {
  for (const auto& [name, article] : corpus().articles) {
    const auto extraction = extract_article(article);
    for (const auto& [facet, values] : extraction.facets)
      for (const std::string& value : values) {
        bool shown = facet == "council" && !article.url.empty();
        for (const extract::Evidence& evidence : extraction.evidence)
          shown |= evidence.facet == facet && evidence.value == value;
        EXPECT_TRUE(shown) << name << " " << facet << ":" << value;
      }
  }
}

}  // namespace
}  // namespace assay::tests
