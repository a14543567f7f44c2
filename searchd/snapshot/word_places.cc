#include "searchd/snapshot/word_places.h"

#include <limits>

#include "indexer/schema/fields.h"
#include "indexer/schema/word_sequence.h"
#include "searchd/snapshot/leap.h"

namespace assay::snapshot {
namespace {

// Times that a word stands in a document, on average: from here on bits take little more room than a list.
constexpr double kDenseOccurrences = 3;

constexpr std::size_t kDocumentsPerCheck = 256;

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
  std::vector<std::uint32_t> places;
  std::size_t read = 0;
  for (; document != posting.documents().end(); ++document) {
    if (++read % kDocumentsPerCheck == 0) check();
    const std::string_view bytes = words.words(*document);
    if (bytes.empty()) continue;
    places.clear();
    const schema::WordSequence sequence(bytes);
    sequence.find(word, places);
    if (!places.empty()) add(*document, places, sequence.title_words());
  }
}

void WordPlaces::add(Xapian::docid document, std::span<const std::uint32_t> places, std::size_t title_words) {
  // One place is enough to keep title and text apart.
  const auto narrowed = [&](std::uint32_t place) {
    return place <= title_words ? place : place - schema::kFieldGap + 1;
  };
  if (narrowed(places.back()) > std::numeric_limits<Place>::max()) {
    too_long_.push_back(document);
    return;
  }
  std::vector<Place> narrow;
  for (const std::uint32_t place : places) narrow.push_back(static_cast<Place>(narrowed(place)));
  documents_.push_back(document);
  if (is_dense_)
    add_bits(narrow);
  else
    add_list(narrow);
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
