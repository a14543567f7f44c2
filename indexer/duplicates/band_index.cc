#include "indexer/duplicates/band_index.h"

#include <algorithm>
#include <bit>

namespace assay::duplicates {
namespace {

constexpr Xapian::docid kGone = static_cast<Xapian::docid>(-1);  // of an entry whose document went
constexpr std::size_t kLeastEntries = 16;
constexpr std::uint32_t kSpread = 0x9E3779B1u;

// Of which one in eight stays free.
bool is_full(std::size_t taken, std::size_t entries) { return taken * 8 >= entries * 7; }

}  // namespace

// In steps that grow by one, which meet every entry of a power of two, and in which many of one band (a text
// that hundreds of sites have) are not in the way of others.
template <typename Entries, typename Take>
void BandIndex::Table::probe(Entries& entries, schema::BandHash band, const Take& take) {
  const std::size_t mask = entries.size() - 1;
  std::size_t at = band * kSpread >> (32 - std::countr_zero(entries.size()));
  for (std::size_t step = 1; take(entries[at]); ++step) at = (at + step) & mask;
}

void BandIndex::Table::make_room() {
  const auto is_there = [](const Entry& entry) { return entry.document != 0 && entry.document != kGone; };
  const auto there = static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), is_there));
  std::vector<Entry> before(std::max(kLeastEntries, std::bit_ceil(there * 2)));
  before.swap(entries_);
  taken_ = 0;
  for (const Entry& entry : before)
    if (is_there(entry)) add(entry.band, entry.document);
}

void BandIndex::Table::add(schema::BandHash band, Xapian::docid document) {
  if (is_full(taken_, entries_.size())) make_room();
  ++taken_;
  probe(entries_, band, [&](Entry& entry) {
    if (entry.document != 0) return true;
    entry = {band, document};
    return false;
  });
}

void BandIndex::Table::remove(schema::BandHash band, Xapian::docid document) {
  if (entries_.empty()) return;
  probe(entries_, band, [&](Entry& entry) {
    if (entry.document == document && entry.band == band) entry.document = kGone;
    return entry.document != 0;
  });
}

void BandIndex::Table::find(schema::BandHash band, std::set<Xapian::docid>& documents) const {
  if (entries_.empty()) return;
  probe(entries_, band, [&](const Entry& entry) {
    if (entry.band == band && entry.document != 0 && entry.document != kGone)
      documents.insert(entry.document);
    return entry.document != 0;
  });
}

void BandIndex::add(Hashes bands, Xapian::docid document) {
  for (std::size_t i = 0; i < kBands; ++i) tables_[i].add(bands[i], document);
}

void BandIndex::remove(Hashes bands, Xapian::docid document) {
  for (std::size_t i = 0; i < kBands; ++i) tables_[i].remove(bands[i], document);
}

std::set<Xapian::docid> BandIndex::find(Hashes bands) const {
  std::set<Xapian::docid> documents;
  for (std::size_t i = 0; i < kBands; ++i) tables_[i].find(bands[i], documents);
  return documents;
}

}  // namespace assay::duplicates
