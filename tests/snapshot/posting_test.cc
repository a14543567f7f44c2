#include "searchd/snapshot/posting.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>

#include "searchd/snapshot/merged_frequency.h"
#include "tests/snapshot/sample.h"

namespace assay::snapshot {
namespace {

using Counts = std::map<Xapian::docid, std::uint32_t>;

Counts by_xapian(const Xapian::Database& database, const std::string& term) {
  Counts counts;
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
    counts[*at] = at.get_wdf();
  return counts;
}

std::vector<Xapian::docid> all_ids(const Xapian::Database& database) {
  std::vector<Xapian::docid> ids(database.get_lastdocid() + 3);
  std::iota(ids.begin(), ids.end(), 1);
  return ids;
}

Counts counts_of(const Posting& posting, const Xapian::Database& database) {
  const std::vector<Xapian::docid> ids = all_ids(database);
  std::vector<std::uint32_t> counts(ids.size()), ranged(ids.size());
  posting.occurrences(ids, counts);
  posting.occurrences_from(1, ranged);
  EXPECT_EQ(counts, ranged);
  Counts found;
  for (const Xapian::docid document : posting.documents()) found[document] = counts[document - 1];
  for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_TRUE(counts[i] == 0 || found.contains(ids[i]));
  return found;
}

// A word that nearly all documents hold, often over 255 times; others that few do.
TEST(Posting, HoldsWhatXapianHolds) {
  Sample sample(1);
  sample.add(400);
  for (const std::string& word : kWords) {
    const auto posting = Posting::read(sample.database(), word, 400, nullptr, 0);
    EXPECT_EQ(counts_of(*posting, sample.database()), by_xapian(sample.database(), word)) << word;
  }
}

TEST(Posting, CountsOver255AreKept) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const unsigned often : {1u, 254u, 255u, 256u, 70'000u}) {
    Xapian::Document document;
    document.add_term("the", often);
    database.add_document(document);
  }
  for (const Xapian::docid last : {5u, 5'000u}) {  // dense, and sparse among so many
    const auto posting = Posting::read(database, "the", last, nullptr, 0);
    EXPECT_EQ(counts_of(*posting, database), by_xapian(database, "the"));
  }
}

TEST(Posting, GrowsByWhatIsNew) {
  Sample sample(2);
  sample.add(100);
  const auto before = Posting::read(sample.database(), "council", 100, nullptr, 0);
  sample.add(80);
  const auto after = Posting::read(sample.database(), "council", 180, before.get(), 100);
  EXPECT_EQ(counts_of(*after, sample.database()), by_xapian(sample.database(), "council"));
}

TEST(Posting, SeveralTermsAddUp) {
  Sample sample(3);
  sample.add(300);
  const std::vector<std::string> words = {"carers", "wait", "rare"};
  Counts expected;
  std::vector<std::shared_ptr<const Posting>> parts;
  for (const std::string& word : words) {
    parts.push_back(Posting::read(sample.database(), word, 300, nullptr, 0));
    for (const auto& [document, count] : by_xapian(sample.database(), word)) expected[document] += count;
  }
  EXPECT_EQ(counts_of(*Posting::merged(parts, 300), sample.database()), expected);
  const std::vector<std::shared_ptr<const Posting>> many(20, parts.front());
  for (auto& [document, count] : expected = by_xapian(sample.database(), words.front())) count *= 20;
  EXPECT_EQ(counts_of(*Posting::merged(many, 300), sample.database()), expected);
}

TEST(Posting, NoDocumentOfABlockIsOverItsMaximum) {
  Sample sample(4);
  sample.add(500);
  std::vector<double> norms(501);
  for (std::size_t i = 0; i < norms.size(); ++i) norms[i] = 0.3 + static_cast<double>(i % 7) / 3;
  const auto posting = Posting::read(sample.database(), "wait", 500, nullptr, 0);
  const BlockMaxima maxima = posting->block_maxima(norms);
  std::vector<double> expected(maxima.size());
  for (const auto& [document, count] : by_xapian(sample.database(), "wait"))
    expected[document / kBlockDocuments] =
        std::max(expected[document / kBlockDocuments], count * norms[document]);
  for (std::size_t block = 0; block < maxima.size(); ++block) {
    EXPECT_GE(maxima[block], expected[block]);
    EXPECT_LE(maxima[block], expected[block] * 1.000001);
  }
}

TEST(MergedFrequency, TakesTermsForIndependentOfOneAnother) {
  const Frequency both = merged_frequency({{50, 80}, {20, 30}}, 100, 1'000);
  EXPECT_EQ(both.documents, 60u);     // 50 + 20 - 50 * 20 / 100
  EXPECT_EQ(both.occurrences, 108u);  // 80 + 30 - 80 * 30 / 1000, rounded
  EXPECT_EQ(merged_frequency({{7, 9}}, 100, 1'000).documents, 7u);
  EXPECT_EQ(merged_frequency({{7, 9}}, 0, 0).documents, 0u);
}

}  // namespace
}  // namespace assay::snapshot
