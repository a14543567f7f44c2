// Extraction on the sample corpus: how well it reads the labelled articles, and what holds for any article.
#include <gtest/gtest.h>

#include <map>

#include "bench/extraction/corpus.h"
#include "bench/extraction/score.h"
#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

// The sample corpus, and text as people paste it from pages.
const std::string kCorpus = ASSAY_SOURCE_DIR "/corpus", kPasted = kCorpus + "/pasted";

struct Sample {
  explicit Sample(const std::string& folder)
      : labels(bench::read_labels(folder + "/labels.jsonl")), corpus(bench::read_corpus(folder, labels)) {}
  const std::vector<bench::Labelled> labels;
  const bench::Corpus corpus;
};

const Sample& sample(const std::string& folder) {
  static const std::map<std::string, Sample> samples = [] {
    std::map<std::string, Sample> all;
    for (const std::string& each : {kCorpus, kPasted}) all.emplace(each, each);
    return all;
  }();
  return samples.at(folder);
}

// Floors a little under what was measured; bench_extraction prints the figures.
void expect_above_floor(const std::string& folder) {
  const Sample& measured = sample(folder);
  auto scores =
      bench::score(measured.labels, bench::extract_facts(measured.corpus, built_in_taxonomy()), "tune");
  EXPECT_GE(scores["rating"].precision(), 0.98);
  EXPECT_GE(scores["rating"].recall(), 0.93);
  EXPECT_GE(scores["status"].f1(), 0.9);
  EXPECT_GE(scores["main council"].accuracy(), 0.96);
  EXPECT_GE(scores["council ratings"].f1(), 0.86);
  EXPECT_GE(scores["date"].f1(), 0.98);
  EXPECT_GE(scores["themes"].f1(), 0.82);
  EXPECT_GE(scores["score"].f1(), 0.9);
  EXPECT_GE(scores["statement scores"].f1(), 0.74);
}

TEST(Corpus, EveryLabelHasItsArticle) {
  for (const std::string& folder : {kCorpus, kPasted}) {
    EXPECT_TRUE(sample(folder).corpus.problems.empty());
    for (const bench::Labelled& label : sample(folder).labels)
      EXPECT_TRUE(sample(folder).corpus.articles.contains(label.name)) << label.name;
  }
}

TEST(Corpus, ExtractionStaysAboveItsFloor) { expect_above_floor(kCorpus); }

TEST(Corpus, ExtractionFromPastedTextStaysAboveItsFloor) { expect_above_floor(kPasted); }

TEST(Corpus, EvidenceIsCutOutOfTheArticle) {
  for (const auto& [name, article] : sample(kCorpus).corpus.articles)
    for (const extract::Evidence& evidence : extract_article(article).evidence) {
      const std::string& source = evidence.in_title ? article.title : article.text;
      ASSERT_LE(evidence.end, source.size()) << name;
      EXPECT_EQ(source.substr(evidence.begin, evidence.end - evidence.begin), evidence.text) << name;
    }
}

TEST(Corpus, EveryExtractedFacetHasEvidenceOrAnAddress) {
  for (const auto& [name, article] : sample(kCorpus).corpus.articles) {
    const auto extraction = extract_article(article);
    for (const auto& [facet, values] : extraction.facets)
      for (const std::string& value : values) {
        // A council may also be known from the page around the article: its address, publisher or footer.
        bool shown = facet == "council";
        for (const extract::Evidence& evidence : extraction.evidence)
          shown |= evidence.facet == facet && evidence.value == value;
        EXPECT_TRUE(shown) << name << " " << facet << ":" << value;
      }
  }
}

}  // namespace
}  // namespace assay::tests
