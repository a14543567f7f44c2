#include <gtest/gtest.h>

#include "searchd/snapshot/posting_cache.h"
#include "searchd/snapshot/recently_used.h"
#include "tests/snapshot/sample.h"

namespace assay::snapshot {
namespace {

TEST(RecentlyUsed, ForgetsWhatWasNotUsedForLongest) {
  RecentlyUsed<std::string, int> cache(100);
  cache.keep("a", 1, 40);
  cache.keep("b", 2, 40);
  EXPECT_EQ(cache.find("a"), 1);
  cache.keep("c", 3, 40);
  EXPECT_EQ(cache.find("a"), 1);
  EXPECT_FALSE(cache.find("b"));
  EXPECT_EQ(cache.find("c"), 3);
}

TEST(RecentlyUsed, WhatIsKeptAgainTakesTheRoomOfTheLatest) {
  RecentlyUsed<std::string, int> cache(100);
  for (int i = 0; i < 10; ++i) cache.keep("a", i, 60);
  cache.keep("b", 1, 40);
  EXPECT_EQ(cache.find("a"), 9);
  EXPECT_EQ(cache.find("b"), 1);
}

TEST(RecentlyUsed, WhatIsTooLargeIsNotKept) {
  RecentlyUsed<std::string, int> cache(100);
  cache.keep("a", 1, 101);
  EXPECT_FALSE(cache.find("a"));
}

TEST(PostingCache, TellsTheFrequenciesOfTheRevisionThatIsAskedFor) {
  Sample sample(10);
  sample.add(50);
  PostingCache cache(1 << 20);
  const auto expect_now = [&](std::uint64_t number) {
    const std::vector<double> norms(sample.database().get_lastdocid() + 1, 1.0);
    const Revision revision{sample.database(), number, sample.database().get_lastdocid(), norms};
    const Term term = cache.weighed({"carers"}, revision);
    EXPECT_EQ(term.frequency.documents, sample.database().get_termfreq("carers"));
    EXPECT_EQ(term.frequency.occurrences, sample.database().get_collection_freq("carers"));
    EXPECT_EQ(term.maxima->size(), (norms.size() + kBlockDocuments - 1) / kBlockDocuments);
    EXPECT_EQ(cache.any({"carers", "wait"}, revision).posting->documents().cardinality(),
              (cache.term("carers", revision).posting->documents() |
               cache.term("wait", revision).posting->documents())
                  .cardinality());
  };
  expect_now(1);
  expect_now(1);
  sample.add(70);
  expect_now(2);
}

}  // namespace
}  // namespace assay::snapshot
