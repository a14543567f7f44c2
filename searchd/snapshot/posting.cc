#include "searchd/snapshot/posting.h"

#include <algorithm>
#include <cmath>

#include "searchd/snapshot/ids.h"
#include "searchd/snapshot/leap.h"

namespace assay::snapshot {
namespace {

constexpr std::uint8_t kLarge = 255;

// One byte for each document takes less than five for each that holds the term from here on, and is looked
// up at once.
constexpr std::size_t kDenseShare = 8;

// More sorted lists than that are sorted anew instead.
constexpr std::size_t kMergedOneByOne = 12;

}  // namespace

Posting::Posting(const Pairs& pairs, Xapian::docid last) {
  std::vector<Xapian::docid> ids;
  ids.reserve(pairs.size());
  for (const auto& [document, count] : pairs) ids.push_back(document);
  documents_ = Roaring(ids.size(), ids.data());
  documents_.shrinkToFit();
  const bool dense = pairs.size() * kDenseShare > last;
  if (dense)
    by_document_.resize(std::size_t{last} + 1, 0);
  else
    sparse_counts_.reserve(pairs.size());
  for (const auto& [document, count] : pairs) {
    const std::uint8_t small = count < kLarge ? static_cast<std::uint8_t>(count) : kLarge;
    if (small == kLarge) large_.emplace_back(document, count);
    if (dense)
      by_document_[document] = small;
    else
      sparse_counts_.push_back(small);
  }
  if (!dense) sparse_documents_ = std::move(ids);
}

template <typename See>
void Posting::each(const See& see) const {
  const auto tell = [&](Xapian::docid document, std::uint8_t small) {
    see(document, small == kLarge ? large(document) : small);
  };
  for (std::size_t i = 0; i < sparse_documents_.size(); ++i) tell(sparse_documents_[i], sparse_counts_[i]);
  if (by_document_.empty()) return;
  for (const Xapian::docid document : ids_of(documents_)) tell(document, by_document_[document]);
}

std::shared_ptr<const Posting> Posting::read(const Xapian::Database& database, const std::string& term,
                                             Xapian::docid last, const Posting* before, Xapian::docid known) {
  Pairs pairs;
  pairs.reserve(database.get_termfreq(term));
  if (before != nullptr)
    before->each([&](Xapian::docid document, std::uint32_t count) { pairs.emplace_back(document, count); });
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (posting != end && before != nullptr) posting.skip_to(known + 1);
  for (; posting != end; ++posting) pairs.emplace_back(*posting, posting.get_wdf());
  return std::shared_ptr<const Posting>(new Posting(pairs, last));
}

std::shared_ptr<const Posting> Posting::merged(const std::vector<std::shared_ptr<const Posting>>& parts,
                                               Xapian::docid last) {
  Pairs all;
  for (const auto& part : parts) {
    const auto begin_of_part = static_cast<std::ptrdiff_t>(all.size());
    part->each([&](Xapian::docid document, std::uint32_t count) { all.emplace_back(document, count); });
    if (parts.size() <= kMergedOneByOne)
      std::inplace_merge(all.begin(), all.begin() + begin_of_part, all.end());
  }
  if (parts.size() > kMergedOneByOne) std::sort(all.begin(), all.end());
  Pairs pairs;
  for (const auto& [document, count] : all) {
    if (!pairs.empty() && pairs.back().first == document)
      pairs.back().second += count;
    else
      pairs.emplace_back(document, count);
  }
  return std::shared_ptr<const Posting>(new Posting(pairs, last));
}

std::uint32_t Posting::large(Xapian::docid document) const {
  return std::lower_bound(large_.begin(), large_.end(), std::pair(document, 0u))->second;
}

void Posting::occurrences(std::span<const Xapian::docid> documents, std::span<std::uint32_t> counts) const {
  if (!by_document_.empty()) {
    for (std::size_t i = 0; i < documents.size(); ++i)
      counts[i] = documents[i] < by_document_.size() ? by_document_[documents[i]] : 0;
  } else {
    std::size_t at = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      at = leap_to(sparse_documents_, at, documents[i]);
      const bool found = at < sparse_documents_.size() && sparse_documents_[at] == documents[i];
      counts[i] = found ? sparse_counts_[at] : 0;
    }
  }
  if (large_.empty()) return;
  for (std::size_t i = 0; i < documents.size(); ++i)
    if (counts[i] == kLarge) counts[i] = large(documents[i]);
}

void Posting::occurrences_from(Xapian::docid first, std::span<std::uint32_t> counts) const {
  std::fill(counts.begin(), counts.end(), 0);
  if (first < by_document_.size()) {
    const std::size_t size = std::min(counts.size(), by_document_.size() - first);
    std::copy_n(by_document_.begin() + first, size, counts.begin());
  }
  const auto begin = std::lower_bound(sparse_documents_.begin(), sparse_documents_.end(), first);
  for (auto at = static_cast<std::size_t>(begin - sparse_documents_.begin());
       at < sparse_documents_.size() && sparse_documents_[at] - first < counts.size(); ++at)
    counts[sparse_documents_[at] - first] = sparse_counts_[at];
  if (large_.empty()) return;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] == kLarge) counts[i] = large(static_cast<Xapian::docid>(first + i));
}

double Posting::mean_occurrences() const {
  std::uint64_t sum = 0;
  each([&](Xapian::docid, std::uint32_t count) { sum += count; });
  return documents_.isEmpty() ? 0 : static_cast<double>(sum) / static_cast<double>(documents_.cardinality());
}

BlockMaxima Posting::block_maxima(std::span<const double> norms) const {
  BlockMaxima maxima((norms.size() + kBlockDocuments - 1) / kBlockDocuments);
  each([&](Xapian::docid document, std::uint32_t count) {
    if (document >= norms.size()) return;
    // The next float: rounding must not make it less.
    const float most = std::nextafter(static_cast<float>(count * norms[document]), HUGE_VALF);
    float& of_block = maxima[document / kBlockDocuments];
    of_block = std::max(of_block, most);
  });
  return maxima;
}

std::size_t Posting::bytes() const {
  return sizeof *this + documents_.getSizeInBytes() + by_document_.size() + sparse_documents_.size() * 5 +
         large_.size() * sizeof(Pairs::value_type);
}

}  // namespace assay::snapshot
