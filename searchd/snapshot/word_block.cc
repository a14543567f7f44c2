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

bool is_too_long(const schema::WordSequence& words) {
  return words.size() > 0 &&
         narrowed(words.place(words.size() - 1), words.title_words()) > std::numeric_limits<Place>::max();
}

}  // namespace

WordBlock::WordBlock(std::size_t number, const Xapian::Database& database, Xapian::docid last)
    : first_(static_cast<Xapian::docid>(number * kDocuments)),
      last_(std::min<Xapian::docid>(last, first_ + kDocuments - 1)) {
  read(database);
  list_common_words();
}

void WordBlock::read(const Xapian::Database& database) {
  const schema::Slot slot = spec(schema::Field::kWords).slot;
  auto value = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  if (value != end) value.skip_to(std::max<Xapian::docid>(first_, 1));
  for (std::size_t i = 0; i < kDocuments; ++i) {
    begins_[i] = static_cast<std::uint32_t>(words_.size());
    const auto document = static_cast<Xapian::docid>(first_ + i);
    if (value == end || value.get_docid() != document || document > last_) continue;
    const std::string words = *value;
    if (is_too_long(schema::WordSequence(words))) too_long_.push_back(document);
    words_ += words;
    ++value;
  }
  begins_.back() = static_cast<std::uint32_t>(words_.size());
  words_.shrink_to_fit();
}

// Counts first, so that each list is written where it stays.
void WordBlock::list_common_words() {
  std::vector<schema::WordId> words;
  const auto for_each_word = [&](auto&& see) {
    for (std::size_t at = 0; at < kDocuments; ++at) {
      const std::string_view bytes = this->words(static_cast<Xapian::docid>(first_ + at));
      if (bytes.empty() || is_too_long(schema::WordSequence(bytes))) continue;
      const schema::WordSequence sequence(bytes);
      words.clear();
      sequence.append_all(words);
      for (std::size_t i = 0; i < words.size(); ++i) see(at, sequence, i);
    }
  };
  std::vector<std::uint32_t> next;  // of each word: first how often it stands in the block, then its place
  for_each_word([&](std::size_t, const schema::WordSequence&, std::size_t i) {
    if (words[i] >= next.size()) next.resize(words[i] + 1);
    ++next[words[i]];
  });
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
  for_each_word([&](std::size_t at, const schema::WordSequence& sequence, std::size_t i) {
    if (next[words[i]] == kNotListed) return;
    const std::uint32_t to = next[words[i]]++;
    documents_[to] = static_cast<std::uint16_t>(at);
    places_[to] = static_cast<Place>(narrowed(sequence.place(i), sequence.title_words()));
  });
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
