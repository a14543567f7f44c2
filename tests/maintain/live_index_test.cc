#include "indexer/maintain/live_index.h"

#include <gtest/gtest.h>

#include "tests/maintain/sample_index.h"

namespace assay::maintain {
namespace {

using tests::SampleIndex;

// Commits often enough that the blocks of the first commit are written over.
void overtake(const SampleIndex& index, int round) {
  for (int commit = 0; commit < 4; ++commit) {
    std::vector<read::Article> articles;
    for (int i = 0; i < 40; ++i)
      articles.push_back(
          tests::article("new-" + std::to_string(i),
                         "Words " + std::to_string(i * 1000 + round * 10 + commit) + " of a text."));
    index.add(articles);
  }
}

std::size_t read_all(const LiveIndex& index) {
  std::size_t terms = 0;
  for (auto at = index.database.postlist_begin(""); at != index.database.postlist_end(""); ++at)
    for (auto term = index.database.termlist_begin(*at); term != index.database.termlist_end(*at); ++term)
      ++terms;
  return terms;
}

TEST(LiveIndex, IsReadAgainWhereCommitsOvertakeTheReader) {
  const SampleIndex index;
  overtake(index, 0);
  int calls = 0;
  const std::size_t terms = read_live_index(index.path(), [&](const LiveIndex& live) {
    if (++calls == 1) overtake(index, 1);
    return read_all(live);
  });
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(terms, read_all(open_live_index(index.path())));
}

TEST(LiveIndex, GivesUpAtLast) {
  const SampleIndex index;
  overtake(index, 0);
  int calls = 0;
  const auto never_done = [&](const LiveIndex& live) {
    overtake(index, ++calls);
    return read_all(live);
  };
  EXPECT_THROW(read_live_index(index.path(), never_done), Xapian::DatabaseModifiedError);
  EXPECT_EQ(calls, kAttempts);
}

}  // namespace
}  // namespace assay::maintain
