#include <gtest/gtest.h>

#include "searchd/snapshot/form_cache.h"
#include "searchd/snapshot/places_cache.h"
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

TEST(FormCache, LooksUpOnceForEachKeyAndRevision) {
  FormCache cache(1'000);
  int reads = 0;
  const auto ask = [&](const std::string& key, std::uint64_t revision) {
    return cache.forms(key, revision, [&] { return FormCache::Forms{key + std::to_string(++reads)}; });
  };
  EXPECT_EQ(ask("a", 1), FormCache::Forms{"a1"});
  EXPECT_EQ(ask("a", 1), FormCache::Forms{"a1"});
  EXPECT_EQ(ask("b", 1), FormCache::Forms{"b2"});
  EXPECT_EQ(ask("a", 2), FormCache::Forms{"a3"});
  EXPECT_EQ(ask("b", 1), FormCache::Forms{"b2"});
}

TEST(PostingCache, TellsTheFrequenciesOfTheRevisionThatIsAskedFor) {
  Sample sample(10);
  sample.add(50);
  PostingCache cache(1 << 20);
  const auto expect_now = [&](std::uint64_t number) {
    const std::vector<double> norms(sample.database().get_lastdocid() + 1, 1.0);
    const Revision revision = sample.revision(number, norms);
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

// What is kept for a word and its places, of a room that holds all.
struct Kept {
  std::shared_ptr<const Posting> posting(const Sample& sample, std::uint64_t number) {
    return postings.term(kWords[0], sample.revision(number)).posting;
  }
  std::shared_ptr<const WordPlaces> all_places(const Sample& sample, std::uint64_t number) {
    return places.places(kWords[0], *posting(sample, number), words, sample.revision(number));
  }

  PostingCache postings{1 << 20};
  PlacesCache places{1 << 20};
  WordStore words{1 << 20};
};

TEST(Kept, AnEarlierRevisionHasDocumentsThatALaterOneLacks) {
  Sample earlier(11), later(11);
  earlier.add(100);
  later.add(100);
  for (Xapian::docid document = 1; document <= 10; ++document) later.remove(document);
  Kept kept;
  const auto expect_all = [&](const Sample& sample, std::uint64_t number) {
    const Xapian::doccount expected = sample.database().get_termfreq(kWords[0]);
    EXPECT_EQ(kept.all_places(sample, number)->documents(), expected);
    EXPECT_EQ(kept.posting(sample, number)->documents().cardinality(), expected);
  };
  expect_all(later, 2);
  expect_all(earlier, 1);
}

TEST(Kept, TakesNoRoomForDocumentsMostOfWhichAreGone) {
  Sample sample(12);
  sample.add(100);
  Kept kept;
  std::uint64_t number = 1;
  for (int batch = 0; batch < 20; ++batch) {
    for (Xapian::docid gone = 0; gone < 100; ++gone) sample.remove(sample.database().get_lastdocid() - gone);
    sample.add(100);
    // What is new comes to twice as many as are there, and to places of twice as many postings as those.
    EXPECT_LE(kept.posting(sample, ++number)->documents().cardinality(), 300u);
    EXPECT_LE(kept.all_places(sample, number)->documents(), 700u);
  }
}

TEST(WordStore, ReadsAheadAsLongAsItMayAndThereIsRoom) {
  Sample sample(14);
  sample.add(2 * WordBlock::kDocuments);
  const Sample empty(14);
  WordStore store(1 << 24);
  int blocks = 0;
  EXPECT_FALSE(store.read_ahead(sample.revision(1), [&] { return blocks++ < 1; }));
  // What it read it finds in memory: this revision's database has none of it.
  const Revision unread{empty.database(), 1, sample.database().get_lastdocid()};
  const auto has_words = [&](Xapian::docid document) {
    return !WordStore::Cursor(store, unread).words(document).empty();
  };
  EXPECT_TRUE(has_words(1));
  EXPECT_TRUE(store.read_ahead(sample.revision(1), [] { return true; }));
  EXPECT_TRUE(has_words(WordBlock::kDocuments));
  EXPECT_TRUE(has_words(2 * WordBlock::kDocuments));

  WordStore small(1);  // one block and no more
  EXPECT_TRUE(small.read_ahead(sample.revision(1), [] { return true; }));
  EXPECT_EQ(WordStore::Cursor(small, sample.revision(1)).block(WordBlock::kDocuments), nullptr);
}

TEST(WordStore, ForgetsBlocksMostOfWhichAreGone) {
  Sample sample(13);
  sample.add(2 * WordBlock::kDocuments);
  WordStore store(1);  // one block and no more
  const auto block = [&](Xapian::docid document) {
    return WordStore::Cursor(store, sample.revision(1)).block(document) != nullptr;
  };
  EXPECT_TRUE(block(1));
  EXPECT_FALSE(block(WordBlock::kDocuments));
  Roaring living;
  living.addRange(WordBlock::kDocuments - 10, 3 * WordBlock::kDocuments);
  store.forget_gone(living);
  EXPECT_TRUE(block(WordBlock::kDocuments));
  store.forget_gone(living);
  EXPECT_FALSE(block(1));
}

}  // namespace
}  // namespace assay::snapshot
