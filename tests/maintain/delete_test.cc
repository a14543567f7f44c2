#include "indexer/maintain/delete.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/maintain/check.h"
#include "indexer/maintain/usage_error.h"
#include "indexer/schema/copies.h"
#include "indexer/schema/index_directory.h"
#include "tests/maintain/sample_index.h"

namespace assay::maintain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::SampleIndex;

Deletion remove(const SampleIndex& index, const Selection& selection) {
  return delete_articles(index.path(), selection, tests::built_in_taxonomy());
}

TEST(Delete, TakesIdsAndNamesThoseThatAreNotThere) {
  const SampleIndex index;
  const Deletion done = remove(index, {{"kent", "nobody", "leeds", "kent"}, {}});
  EXPECT_THAT(done.ids, ElementsAre("kent", "leeds"));
  EXPECT_THAT(done.unknown, ElementsAre("nobody"));
  EXPECT_EQ(index.open().get_doccount(), 2u);
  EXPECT_TRUE(check(index.path()).is_sound());
}

TEST(Delete, TakesWhatHasAllTheValues) {
  const SampleIndex index;
  EXPECT_THAT(remove(index, {{}, {"rating:good", "council:kent"}}).ids, IsEmpty());
  EXPECT_THAT(remove(index, {{}, {"rating:good", "council:leeds"}}).ids, ElementsAre("leeds"));
  EXPECT_THAT(remove(index, {{}, {"rating:none"}}).ids, ElementsAre("copy-a", "copy-b", "kent"));
  EXPECT_EQ(index.open().get_doccount(), 0u);
  EXPECT_TRUE(check(index.path()).is_sound()) << check(index.path()).text();
}

TEST(Delete, MendsTheGroupsOfCopies) {
  const SampleIndex index;
  remove(index, {{"copy-a"}, {}});
  EXPECT_THAT(schema::copies_of(index.open(), "copy-b"), IsEmpty());
  EXPECT_TRUE(check(index.path()).is_sound()) << check(index.path()).text();
}

TEST(Delete, ChangesNothingWhereItOnlyLooks) {
  const SampleIndex index;
  const auto revision = index.open().get_revision();
  EXPECT_THAT(find_articles(index.path(), {{}, {"council:leeds"}}).ids, ElementsAre("leeds"));
  remove(index, {{"nobody"}, {}});
  EXPECT_EQ(index.open().get_revision(), revision);
}

TEST(Delete, RefusesSelectionsThatCannotBeMeant) {
  const SampleIndex index;
  for (const Selection& selection :
       {Selection{}, Selection{{"kent"}, {"rating:good"}}, Selection{{}, {"rating"}},
        Selection{{}, {"grade:good"}}, Selection{{}, {"rating:good", "rating:splendid"}}})
    EXPECT_THROW(remove(index, selection), UsageError);
  EXPECT_THROW(delete_articles(index.folder() / "none", {{"a"}, {}}, tests::built_in_taxonomy()),
               schema::DirectoryError);
  EXPECT_FALSE(std::filesystem::exists(index.folder() / "none"));
  EXPECT_EQ(index.open().get_doccount(), 4u);
}

}  // namespace
}  // namespace assay::maintain
