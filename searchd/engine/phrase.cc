#include "searchd/engine/phrase.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "indexer/schema/terms.h"

namespace assay::engine {
namespace {

using snapshot::PlaceBits;

constexpr unsigned kBits = std::numeric_limits<PlaceBits>::digits;

bool has_place(std::span<const PlaceBits> bits, int place) {
  const auto at = static_cast<unsigned>(place);  // a negative one lies behind all
  return at / kBits < bits.size() && (bits[at / kBits] >> at % kBits & 1) != 0;
}

// The bits from `kBits * at` on, moved up by `shift` places.
PlaceBits moved(std::span<const PlaceBits> bits, std::size_t at, unsigned shift) {
  const PlaceBits here = at < bits.size() ? bits[at] << shift : 0;
  const bool reaches_back = shift > 0 && at > 0 && at - 1 < bits.size();
  return reaches_back ? here | bits[at - 1] >> (kBits - shift) : here;
}

}  // namespace

std::optional<Phrase> Phrase::of(const query::PlanNode& node, snapshot::Caches& caches,
                                 const snapshot::Revision& revision) {
  if (node.match != query::Match::kPhrase || node.window != node.slots.size() || !node.runs.empty() ||
      node.slots.size() >= kBits)
    return std::nullopt;
  for (const std::vector<std::string>& terms : node.slots)
    if (terms.size() != 1 || schema::is_title_term(terms.front())) return std::nullopt;
  Phrase phrase;
  phrase.all_dense_ = true;
  for (unsigned i = 0; i < node.slots.size(); ++i) {
    const std::string& term = node.slots[i].front();
    const auto places =
        caches.places.places(term, *caches.postings.term(term, revision).posting, caches.words, revision);
    if (places == nullptr) return std::nullopt;
    phrase.all_dense_ = phrase.all_dense_ && places->is_dense();
    phrase.words_.push_back({places, snapshot::WordPlaces::Cursor(*places), i});
    phrase.too_long_.insert(phrase.too_long_.end(), places->too_long().begin(), places->too_long().end());
  }
  std::sort(phrase.too_long_.begin(), phrase.too_long_.end());
  std::stable_sort(phrase.words_.begin(), phrase.words_.end(), [](const Word& a, const Word& b) {
    return std::pair(a.places->is_dense(), a.places->bytes()) <
           std::pair(b.places->is_dense(), b.places->bytes());
  });
  return phrase;
}

// Keeps the starts at which the word is where it should be.
void Phrase::keep_starts(Word& word, Xapian::docid document) {
  std::size_t kept = 0;
  if (word.places->is_dense()) {
    const std::span<const PlaceBits> bits = word.cursor.bits(document);
    for (const int start : starts_)
      if (has_place(bits, start + static_cast<int>(word.offset))) starts_[kept++] = start;
  } else {
    const std::span<const snapshot::Place> places = word.cursor.list(document);
    auto place = places.begin();
    for (const int start : starts_) {
      const int wanted = start + static_cast<int>(word.offset);
      while (place != places.end() && *place < wanted) ++place;
      if (place == places.end()) break;
      if (*place == wanted) starts_[kept++] = start;
    }
  }
  starts_.resize(kept);
}

// All words' places at once, each moved to where the last word then stands.
bool Phrase::is_in_by_bits(Xapian::docid document) {
  std::size_t longest = 0;
  for (Word& word : words_) {
    word.bits = word.cursor.bits(document);
    if (word.bits.empty()) return false;
    longest = std::max(longest, word.bits.size());
  }
  const auto last = static_cast<unsigned>(words_.size() - 1);
  for (std::size_t at = 0; at < longest; ++at) {
    PlaceBits ends = ~PlaceBits{0};
    for (const Word& word : words_) ends &= moved(word.bits, at, last - word.offset);
    if (ends != 0) return true;
  }
  return false;
}

bool Phrase::is_in(Xapian::docid document) {
  if (all_dense_) return is_in_by_bits(document);
  starts_.clear();
  for (const snapshot::Place place : words_.front().cursor.list(document))
    starts_.push_back(place - static_cast<int>(words_.front().offset));
  for (std::size_t word = 1; word < words_.size() && !starts_.empty(); ++word)
    keep_starts(words_[word], document);
  return !starts_.empty();
}

}  // namespace assay::engine
