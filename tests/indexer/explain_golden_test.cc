// Golden accounts of `inspect --explain`: what was concluded and refused in 25 articles of the corpus.
// ASSAY_UPDATE_GOLDEN=1 writes them anew; read the difference before keeping it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "indexer/explain.h"
#include "indexer/read/reader.h"
#include "tests/read/reading.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = ASSAY_SOURCE_DIR "/corpus", kGolden = ASSAY_SOURCE_DIR "/tests/indexer/golden";

class ExplainGolden : public testing::TestWithParam<const char*> {};

TEST_P(ExplainGolden, IsAsItWas) {
  static const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  static const extract::Extractor extractor(taxonomy);
  tests::Reading collector;
  read::read_file({kCorpus / GetParam(), GetParam()}, collector);
  EXPECT_TRUE(collector.problems.empty());
  std::string account;
  for (read::Article& article : collector.articles) {
    article.path = GetParam();  // as seen from the corpus, wherever that lies
    account += explain(article, extractor.extract(article));
  }
  const fs::path golden = kGolden / (fs::path(GetParam()).filename().string() + ".explained");
  if (std::getenv("ASSAY_UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << account;
  std::ifstream file(golden, std::ios::binary);
  ASSERT_TRUE(file) << golden << " is missing; ASSAY_UPDATE_GOLDEN=1 writes it";
  std::stringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(account, expected.str());
}

std::string name_of(const testing::TestParamInfo<const char*>& info) {
  std::string name = fs::path(info.param).stem().string();
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(
    Corpus, ExplainGolden,
    testing::Values("newspaper/blackpool-bottom-grade.txt", "newspaper/camden-double-top-grade.txt",
                    "newspaper/harrow-watchdog-report.txt", "newspaper/kirklees-requires-improvement.txt",
                    "newspaper/norfolk-uneven-care.txt", "newspaper/walsall-must-improve.txt",
                    "press/shropshire-rated-good.txt", "press/hackney-response-to-report.txt",
                    "press/wokingham-eighty-one-per-cent.txt", "minutes/kent-scrutiny-minutes.txt",
                    "minutes/darlington-scrutiny-26-august-2025.txt",
                    "trade/december-2025-verdicts-round-up.txt", "trade/nottingham-pilot-context.txt",
                    "trade/windsor-and-maidenhead-one-point-short.txt",
                    "web/barnet-second-highest-grade.html", "web/cheshire-east-nine-threes.html",
                    "web/haringey-waits-and-carers.html", "notes/plymouth-equity-score.md",
                    "notes/bristol-governance-and-provision.md", "hard/t-swindon-regraded-on-review.txt",
                    "hard/t-devon-peer-review-and-goal.txt", "hard/t-nottingham-pilot-torn-table.txt",
                    "hard/t-table-september-seven-councils.txt",
                    "hard/t-kensington-entities-ofsted-benchmark.html",
                    "hard/t-norfolk-embargo-later-date.txt"),
    name_of);

}  // namespace
}  // namespace assay::indexer
