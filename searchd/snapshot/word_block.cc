#include "searchd/snapshot/word_block.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "indexer/schema/word_sequence.h"

namespace assay::snapshot {
namespace {

// Times that a word stands in a block, from which on a list of them saves more than it takes.
constexpr std::uint32_t kCommon = 32;

constexpr std::uint32_t kNotListed = std::numeric_limits<std::uint32_t>::max();

std::uint32_t narrowed_place(const schema::WordSequence& words, std::size_t index) {
  return narrowed(words.place(index), words.title_words());
}

bool is_too_long(const schema::WordSequence& words) {
  return words.size() > 0 && narrowed_place(words, words.size() - 1) > std::numeric_limits<Place>::max();
}

}  // namespace

WordBlock::WordBlock(std::size_t number, const Revision& revision)
    : revision_(revision.number),
      first_(static_cast<Xapian::docid>(number * kDocuments)),
      last_(std::min<Xapian::docid>(revision.last, first_ + kDocuments - 1)) {
  list_common_words(read(revision.database));
}

std::vector<WordBlock::Standing> WordBlock::read(const Xapian::Database& database) {
  std::vector<Standing> all;
  std::vector<schema::WordId> words;
  const schema::Slot slot = spec(schema::Field::kWords).slot;
  auto value = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  if (value != end) value.skip_to(std::max<Xapian::docid>(first_, 1));
  for (std::size_t i = 0; i < kDocuments; ++i) {
    begins_[i] = static_cast<std::uint32_t>(words_.size());
    const auto document = static_cast<Xapian::docid>(first_ + i);
    if (value == end || value.get_docid() != document || document > last_) continue;
    ++document_count_;
    const std::string bytes = *value;
    ++value;
    words_ += bytes;
    const schema::WordSequence sequence(bytes);
    if (is_too_long(sequence)) {
      too_long_.push_back(document);
      continue;
    }
    words.clear();
    sequence.append_all(words);
    for (std::size_t at = 0; at < words.size(); ++at)
      all.push_back(
          {words[at], static_cast<std::uint16_t>(i), static_cast<Place>(narrowed_place(sequence, at))});
  }
  begins_.back() = static_cast<std::uint32_t>(words_.size());
  words_.shrink_to_fit();
  return all;
}

// Counts first, so that each list is written where it stays.
void WordBlock::list_common_words(const std::vector<Standing>& all) {
  std::vector<std::uint32_t> next;  // of each word: first how often it stands in the block, then its place
  for (const Standing& each : all) {
    if (each.word >= next.size()) next.resize(each.word + 1);
    ++next[each.word];
  }
  std::uint32_t listed = 0;
  for (schema::WordId word = 0; word < next.size(); ++word) {
    const std::uint32_t times = std::exchange(next[word], kNotListed);
    if (times < kCommon) continue;
    common_.push_back(word);
    occurrence_begins_.push_back(next[word] = listed);
    listed += times;
  }
  occurrence_begins_.push_back(listed);
  documents_.resize(listed);
  places_.resize(listed);
  for (const Standing& each : all) {
    if (next[each.word] == kNotListed) continue;
    const std::uint32_t to = next[each.word]++;
    documents_[to] = each.document;
    places_[to] = each.place;
  }
}

std::string_view WordBlock::words(Xapian::docid document) const {
  const std::size_t at = document - first_;
  return std::string_view(words_).substr(begins_[at], begins_[at + 1] - begins_[at]);
}

std::optional<Occurrences> WordBlock::occurrences(schema::WordId word) const {
  const auto found = std::lower_bound(common_.begin(), common_.end(), word);
  if (found == common_.end() || *found != word) return std::nullopt;
  const auto at = static_cast<std::size_t>(found - common_.begin());
  const std::size_t begin = occurrence_begins_[at], size = occurrence_begins_[at + 1] - begin;
  return Occurrences{std::span(documents_).subspan(begin, size), std::span(places_).subspan(begin, size)};
}

std::size_t WordBlock::bytes() const {
  return sizeof *this + words_.size() + (common_.size() + occurrence_begins_.size() + too_long_.size()) * 4 +
         documents_.size() * (sizeof(std::uint16_t) + sizeof(Place));
}

}  // namespace assay::snapshot
