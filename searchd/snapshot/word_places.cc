#include "searchd/snapshot/word_places.h"

#include <algorithm>
#include <limits>

#include "searchd/snapshot/leap.h"

namespace assay::snapshot {
namespace {

// Times that a word stands in a document, on average: from here on bits take little more room than a list.
constexpr double kDenseOccurrences = 3;

constexpr std::size_t kReadsPerCheck = 64;  // of a document, or of a block's list

constexpr std::size_t kBits = std::numeric_limits<PlaceBits>::digits;

}  // namespace

WordPlaces::WordPlaces(schema::WordId word, const Posting& posting, WordStore::Cursor& words,
                       const WordPlaces* before, Xapian::docid known, const std::function<void()>& check) {
  if (before != nullptr)
    *this = *before;
  else
    is_dense_ = posting.mean_occurrences() >= kDenseOccurrences;
  auto document = posting.documents().begin();
  if (before != nullptr) document.equalorlarger(known + 1);
  std::size_t read = 0;
  while (document != posting.documents().end()) {
    if (read++ % kReadsPerCheck == 0) check();
    const WordBlock* const block = words.block(*document);
    if (const auto occurrences = block != nullptr ? block->occurrences(word) : std::nullopt) {
      take(*occurrences, block->first(), *document);
      for (const Xapian::docid long_one : block->too_long())
        if (long_one >= *document) too_long_.push_back(long_one);
      document.equalorlarger(block->last() + 1);
    } else {
      if (const std::string_view bytes = words.words(*document); !bytes.empty())
        find_in(schema::WordSequence(bytes), word, *document);
      ++document;
    }
  }
}

void WordPlaces::find_in(const schema::WordSequence& words, schema::WordId word, Xapian::docid document) {
  std::vector<std::uint32_t> places;
  words.find(word, places);
  if (places.empty()) return;
  if (narrowed(places.back(), words.title_words()) > std::numeric_limits<Place>::max()) {
    too_long_.push_back(document);
    return;
  }
  std::vector<Place> narrow;
  for (const std::uint32_t place : places)
    narrow.push_back(static_cast<Place>(narrowed(place, words.title_words())));
  add(document, narrow);
}

// Those of the documents from `from` on, of the block that begins with `first`.
void WordPlaces::take(const Occurrences& occurrences, Xapian::docid first, Xapian::docid from) {
  const auto documents = occurrences.documents;
  auto at = static_cast<std::size_t>(std::lower_bound(documents.begin(), documents.end(), from - first) -
                                     documents.begin());
  while (at < documents.size()) {
    std::size_t end = at + 1;
    while (end < documents.size() && documents[end] == documents[at]) ++end;
    add(first + documents[at], occurrences.places.subspan(at, end - at));
    at = end;
  }
}

void WordPlaces::add(Xapian::docid document, std::span<const Place> places) {
  documents_.push_back(document);
  if (is_dense_)
    add_bits(places);
  else
    add_list(places);
}

void WordPlaces::add_list(std::span<const Place> places) {
  list_.insert(list_.end(), places.begin(), places.end());
  begins_.push_back(static_cast<std::uint32_t>(list_.size()));
}

void WordPlaces::add_bits(std::span<const Place> places) {
  const std::size_t begin = bits_.size();
  bits_.resize(begin + places.back() / kBits + 1);
  for (const Place place : places) bits_[begin + place / kBits] |= PlaceBits{1} << place % kBits;
  begins_.push_back(static_cast<std::uint32_t>(bits_.size()));
}

std::size_t WordPlaces::bytes() const {
  return sizeof *this + list_.size() * sizeof(Place) + bits_.size() * sizeof(PlaceBits) +
         (documents_.size() + begins_.size()) * 4;
}

template <typename Unit>
std::span<const Unit> WordPlaces::Cursor::of(Xapian::docid document, const std::vector<Unit>& units) {
  at_ = leap_to(places_->documents_, at_, document);
  if (at_ == places_->documents_.size() || places_->documents_[at_] != document) return {};
  const std::uint32_t begin = places_->begins_[at_];
  return std::span(units).subspan(begin, places_->begins_[at_ + 1] - begin);
}

std::span<const Place> WordPlaces::Cursor::list(Xapian::docid document) {
  return of(document, places_->list_);
}

std::span<const PlaceBits> WordPlaces::Cursor::bits(Xapian::docid document) {
  return of(document, places_->bits_);
}

}  // namespace assay::snapshot
