#include "indexer/maintain/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/build.h"
#include "indexer/exit_code.h"
#include "indexer/schema/index_directory.h"
#include "tests/maintain/sample_index.h"

namespace assay::maintain {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using tests::SampleIndex;

int build(const fs::path& index, const fs::path& source) {
  testing::internal::CaptureStdout();
  const int code = indexer::build({index, {source.string()}, false}, tests::built_in_taxonomy());
  testing::internal::GetCapturedStdout();
  return code;
}

void export_to(const fs::path& index, const fs::path& file) {
  std::ofstream lines(file, std::ios::binary);
  export_articles(index, [&](const std::string&, const std::string& line) { lines << line << "\n"; });
}

// Field by field, so that a difference names the article and what differs.
void expect_equal(const tests::Content& actual, const tests::Content& expected) {
  EXPECT_EQ(actual.articles.size(), expected.articles.size());
  for (const auto& [id, entry] : expected.articles) {
    const auto found = actual.articles.find(id);
    ASSERT_NE(found, actual.articles.end()) << id;
    EXPECT_EQ(found->second.data, entry.data) << id;
    EXPECT_EQ(found->second.values, entry.values) << id;
    EXPECT_EQ(found->second.terms, entry.terms) << id;
  }
  EXPECT_EQ(actual.metadata, expected.metadata);
  EXPECT_EQ(actual.synonyms, expected.synonyms);
  EXPECT_EQ(actual.spellings, expected.spellings);
}

TEST(Export, OfTheCorpusBuildsAnEqualIndex) {
  const tests::TempFolder folder;
  const fs::path original = folder.path() / "original", again = folder.path() / "again",
                 file = folder.path() / "articles.jsonl", corpus = ASSAY_SOURCE_DIR "/corpus";
  ASSERT_EQ(build(original, corpus), indexer::kDone);
  export_to(original, file);
  ASSERT_EQ(build(again, file), indexer::kDone);
  expect_equal(tests::content_of(again), tests::content_of(original));
  EXPECT_EQ(tests::documents_of(again), tests::documents_of(original));
  const auto revision = Xapian::Database(schema::live_generation(again).string()).get_revision();
  ASSERT_EQ(build(again, file), indexer::kDone);
  EXPECT_EQ(Xapian::Database(schema::live_generation(again).string()).get_revision(), revision);
  // From now on the articles are those of the files themselves.
  ASSERT_EQ(build(again, corpus), indexer::kDone);
  expect_equal(tests::content_of(again), tests::content_of(original));
}

TEST(Export, ComesInTheOrderOfTheDocuments) {
  const SampleIndex index;
  index.add({tests::article("copy-a", "Another text than before.")});
  std::vector<std::string> ids;
  const std::uint64_t articles =
      export_articles(index.path(), [&](const std::string& id, const std::string&) { ids.push_back(id); });
  EXPECT_EQ(articles, 4u);
  EXPECT_THAT(ids, ElementsAre("copy-b", "leeds", "kent", "copy-a"));
}

TEST(Export, KeepsWhatNoTaxonomyKnows) {
  const SampleIndex index;
  std::string leeds;
  export_articles(index.path(), [&](const std::string& id, const std::string& line) {
    if (id == "leeds") leeds = line;
  });
  EXPECT_THAT(leeds, HasSubstr(R"("source":["sample-gazette"])"));
  EXPECT_THAT(leeds, HasSubstr(R"("labels":{"source":{"sample-gazette":"Sample Gazette"}})"));
}

// By then the blocks of its first commit are written over.
TEST(Export, GoesOnWhereCommitsOvertakeIt) {
  const SampleIndex index;
  std::vector<read::Article> many;
  for (int i = 0; i < 400; ++i)
    many.push_back(tests::article("many-" + std::to_string(i), "Text of number " + std::to_string(i)));
  index.add(many);
  std::vector<std::string> ids;
  export_articles(index.path(), [&](const std::string& id, const std::string&) {
    ids.push_back(id);
    if (ids.size() != 10) return;
    for (int round = 0; round < 3; ++round) {
      for (read::Article& each : many) each.text += " again";
      index.add(many);
    }
  });
  EXPECT_GT(ids.size(), many.size() + 4);  // what changed came once more
  for (const char* id : {"copy-a", "copy-b", "leeds", "kent"})
    EXPECT_EQ(std::ranges::count(ids, id), 1) << id;
  for (const read::Article& each : many) EXPECT_GE(std::ranges::count(ids, each.id), 1) << each.id;
}

TEST(Export, OfAnotherTaxonomyIsRefusedAsUsual) {
  const tests::TempFolder folder;
  const fs::path file = folder.write(
      "lines.jsonl", R"({"id":"a","facets":{"rating":["splendid"]},"extracted":{},"text":"x"})"
                     "\n"
                     R"({"id":"b","facets":{"colour":["red"]},"extracted":{},"text":"x"})"
                     "\n"
                     R"({"id":"c","facets":{"rating":["good"]},"extracted":{},"text":"Rated inadequate."})"
                     "\n");
  testing::internal::CaptureStderr();
  EXPECT_EQ(build(folder.path() / "index", file), indexer::kSomeSkipped);
  const std::string said = testing::internal::GetCapturedStderr();
  EXPECT_THAT(said, HasSubstr("rating 'splendid'"));
  EXPECT_THAT(said, HasSubstr("facet 'colour'"));
  const tests::Content content = tests::content_of(folder.path() / "index");
  ASSERT_EQ(content.articles.size(), 1u);
  EXPECT_TRUE(content.articles.at("c").terms.contains("XFrating:good"));
}

TEST(Export, ALineThatWasEditedIsTakenAnew) {
  const SampleIndex index;
  std::string lines;
  export_articles(index.path(), [&](const std::string&, const std::string& line) { lines += line + "\n"; });
  lines.replace(lines.find("unpaid carers"), 13, "paid carers");
  std::ofstream(index.folder() / "edited.jsonl") << lines;
  ASSERT_EQ(build(index.path(), index.folder() / "edited.jsonl"), indexer::kDone);
  EXPECT_FALSE(tests::content_of(index.path()).articles.at("kent").terms.contains("Sunpaid"));
}

}  // namespace
}  // namespace assay::maintain
