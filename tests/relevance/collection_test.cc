#include "bench/relevance/collection.h"

#include <gtest/gtest.h>

#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

TEST(Collection, LeavesOutQueriesThatNothingAnswers) {
  const TempFolder folder;
  folder.write("toy/docs.tsv", "d1\tA title\tsome text\nd2\t\tother text\n");
  folder.write("toy/queries.tsv", "1\tsome\n2\tnothing\n3\tunjudged\n");
  folder.write("toy/qrels.tsv", "1\td1\t2\n1\td2\t0\n2\td1\t0\n");
  const bench::Collection toy = bench::read_collection(folder.path() / "toy");
  EXPECT_EQ(toy.name, "toy");
  ASSERT_EQ(toy.documents.size(), 2U);
  EXPECT_EQ(toy.documents[1].text, "other text");
  ASSERT_EQ(toy.queries.size(), 1U);
  EXPECT_EQ(toy.queries[0].grades, (bench::Grades{{"d1", 2}, {"d2", 0}}));
}

TEST(Collection, NamesTheLineThatIsWrong) {
  const TempFolder folder;
  folder.write("queries.tsv", "1\tsome\n");
  folder.write("qrels.tsv", "1\td1\t2\n1\td2\tgood\n");
  try {
    bench::read_judged_queries(folder.path());
    FAIL() << "a grade that is no number was read";
  } catch (const std::runtime_error& wrong) {
    EXPECT_NE(std::string(wrong.what()).find("qrels.tsv:2"), std::string::npos) << wrong.what();
  }
}

TEST(Collection, TheCorpusHasEveryArticleThatIsJudged) {
  const bench::Collection corpus = bench::read_corpus_collection(ASSAY_SOURCE_DIR "/corpus");
  std::map<std::string, bool> known;
  for (const bench::JudgedDocument& document : corpus.documents) known[document.id] = !document.text.empty();
  EXPECT_GE(corpus.queries.size(), 60U);
  for (const bench::JudgedQuery& query : corpus.queries)
    for (const auto& [id, grade] : query.grades) EXPECT_TRUE(known[id]) << query.id << " " << id;
}

}  // namespace
}  // namespace assay::tests
