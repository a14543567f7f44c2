#include "indexer/maintain/compact.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/maintain/check.h"
#include "indexer/schema/index_directory.h"
#include "indexer/write/writer.h"
#include "tests/maintain/sample_index.h"

namespace assay::maintain {
namespace {

using testing::ElementsAre;
using tests::SampleIndex;

TEST(Compact, KeepsEverythingAndItsDocumentIds) {
  const SampleIndex index;
  index.add({tests::article("kent", "Kent has another text now.")});  // so that a document id is missing
  const tests::Content before = tests::content_of(index.path());
  const auto documents = tests::documents_of(index.path());
  const Compaction done = compact(index.path());
  EXPECT_LT(done.bytes_after, done.bytes_before);
  EXPECT_EQ(done.generation, index.path() / "gen-000002");
  EXPECT_THAT(index.generations(), ElementsAre("gen-000002"));
  EXPECT_EQ(tests::content_of(index.path()), before);
  EXPECT_EQ(tests::documents_of(index.path()), documents);
  EXPECT_TRUE(check(index.path()).is_sound());
}

TEST(Compact, DocumentIdsGoOnGrowing) {
  const SampleIndex index;
  index.add({tests::article("last", "The last article.")});
  const Xapian::docid last = tests::documents_of(index.path()).at("last");
  {
    indexer::IndexWriter writer(index.path(), tests::built_in_taxonomy());
    writer.remove("last");
    writer.commit();
  }
  compact(index.path());
  index.add({tests::article("next", "The next article.")});
  EXPECT_GT(tests::documents_of(index.path()).at("next"), last);
}

TEST(Compact, ReadersGoOnWithWhatTheyHaveOpen) {
  const SampleIndex index;
  const Xapian::Database reader = index.open();
  compact(index.path());
  EXPECT_EQ(reader.get_document(3).get_value(1), "leeds");
  EXPECT_EQ(reader.get_termfreq("care"), 1u);
}

TEST(Compact, RemovesWhatAKilledOneLeft) {
  const SampleIndex index;
  std::filesystem::copy(index.path() / "gen-000001", index.path() / "gen-000002");
  std::filesystem::remove(index.path() / "gen-000002/postlist.glass");
  EXPECT_EQ(index.open().get_doccount(), 4u);
  EXPECT_EQ(compact(index.path()).generation, index.path() / "gen-000002");
  EXPECT_THAT(index.generations(), ElementsAre("gen-000002"));
  EXPECT_TRUE(check(index.path()).is_sound());
}

// Killed behind the publishing: the old generation is still there.
TEST(Compact, AWriterRemovesTheOldGeneration) {
  const SampleIndex index;
  std::filesystem::copy(index.path() / "gen-000001", index.path() / "gen-000002");
  schema::publish_generation(index.path(), index.path() / "gen-000002");
  index.add({tests::article("more", "One more article.")});
  EXPECT_THAT(index.generations(), ElementsAre("gen-000002"));
  EXPECT_EQ(index.open().get_doccount(), 5u);
}

TEST(Compact, RefusesWhatIsNoIndexOrIsBeingWritten) {
  const SampleIndex index;
  EXPECT_THROW(compact(index.folder() / "none"), schema::DirectoryError);
  EXPECT_FALSE(std::filesystem::exists(index.folder() / "none"));
  const indexer::IndexWriter writer(index.path(), tests::built_in_taxonomy());
  EXPECT_THROW(compact(index.path()), schema::DirectoryError);
  EXPECT_THAT(index.generations(), ElementsAre("gen-000001"));
}

}  // namespace
}  // namespace assay::maintain
