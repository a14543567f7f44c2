#include "indexer/schema/word_sequence.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "indexer/schema/fields.h"
#include "indexer/schema/schema.h"

namespace assay::schema {
namespace {

// u32 words, u32 words of the title, then the low halves of the ids, then (u32 index, u16 high half) of each
// id that has one. Numbers are little-endian (word_ids.cc asserts that the machine is).
constexpr std::size_t kHeaderBytes = 8, kLowBytes = 2, kHighBytes = 6;

// Words are compared a block at a time, which the compiler does at once; in most blocks there is none.
constexpr std::size_t kBlock = 32;

template <typename Number>
void append(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

template <typename Number>
Number number_at(std::string_view bytes, std::size_t offset) {
  Number number;
  std::memcpy(&number, bytes.data() + offset, sizeof number);
  return number;
}

[[noreturn]] void refuse() {
  throw FormatError("the index holds damaged words of an article; build it again with --fresh");
}

}  // namespace

std::string serialise_word_sequence(std::span<const WordId> words, std::size_t title_words) {
  std::string bytes;
  bytes.reserve(kHeaderBytes + words.size() * kLowBytes);
  append(bytes, static_cast<std::uint32_t>(words.size()));
  append(bytes, static_cast<std::uint32_t>(title_words));
  for (const WordId word : words) append(bytes, static_cast<std::uint16_t>(word));
  for (std::uint32_t i = 0; i < words.size(); ++i)
    if (const auto high = static_cast<std::uint16_t>(words[i] >> 16); high != 0) {
      append(bytes, i);
      append(bytes, high);
    }
  return bytes;
}

WordSequence::WordSequence(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes) refuse();
  size_ = number_at<std::uint32_t>(bytes, 0);
  title_words_ = number_at<std::uint32_t>(bytes, 4);
  bytes.remove_prefix(kHeaderBytes);
  const std::size_t low_bytes = std::size_t{size_} * kLowBytes;
  if (title_words_ > size_ || bytes.size() < low_bytes || (bytes.size() - low_bytes) % kHighBytes != 0)
    refuse();
  lows_ = bytes.substr(0, low_bytes);
  highs_ = bytes.substr(low_bytes);
}

std::uint16_t WordSequence::low(std::size_t index) const {
  return number_at<std::uint16_t>(lows_, index * kLowBytes);
}

// They are sorted by index.
WordId WordSequence::high(std::size_t index) const {
  std::size_t begin = 0, end = highs_.size() / kHighBytes;
  while (begin < end) {
    const std::size_t middle = (begin + end) / 2;
    const auto at = number_at<std::uint32_t>(highs_, middle * kHighBytes);
    if (at == index) return number_at<std::uint16_t>(highs_, middle * kHighBytes + sizeof at);
    (at < index ? begin : end) = at < index ? middle + 1 : middle;
  }
  return 0;
}

void WordSequence::append_all(std::vector<WordId>& words) const {
  const std::size_t begin = words.size();
  words.resize(begin + size_);
  for (std::size_t i = 0; i < size_; ++i) words[begin + i] = low(i);
  for (std::size_t at = 0; at < highs_.size(); at += kHighBytes) {
    const auto index = number_at<std::uint32_t>(highs_, at);
    if (index >= size_) refuse();
    words[begin + index] |= WordId{number_at<std::uint16_t>(highs_, at + sizeof index)} << 16;
  }
}

std::uint32_t WordSequence::place(std::size_t index) const {
  return static_cast<std::uint32_t>(index) + 1 + (index < title_words_ ? 0 : kFieldGap);
}

void WordSequence::find(WordId word, std::vector<std::uint32_t>& places) const {
  const auto wanted = static_cast<std::uint16_t>(word);
  const auto take_those_in = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (low(i) == wanted && (*this)[i] == word) places.push_back(place(i));
  };
  std::size_t i = 0;
  for (; i + kBlock <= size_; i += kBlock) {
    std::array<std::uint16_t, kBlock> block;
    std::memcpy(block.data(), lows_.data() + i * kLowBytes, sizeof block);
    std::uint16_t found = 0;
    for (const std::uint16_t each : block) found |= static_cast<std::uint16_t>(each == wanted);
    if (found != 0) take_those_in(i, i + kBlock);
  }
  take_those_in(i, size_);
}

bool WordSequence::run_begins_at(std::size_t index, std::span<const WordId> words) const {
  if (index < title_words_ && index + words.size() > title_words_) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (low(index + i) != static_cast<std::uint16_t>(words[i]) || (*this)[index + i] != words[i])
      return false;
  return true;
}

bool WordSequence::has_run(std::span<const WordId> words) const {
  if (words.size() > size_) return false;
  const auto first = static_cast<std::uint16_t>(words.front());
  const std::size_t second_at = words.size() > 1 ? 1 : 0;
  const auto second = static_cast<std::uint16_t>(words[second_at]);
  const std::size_t ends = size_ - words.size() + 1;  // where no run can begin any more
  const auto begins_between = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (low(i) == first && run_begins_at(i, words)) return true;
    return false;
  };
  std::size_t i = 0;
  for (; i + kBlock <= ends; i += kBlock) {
    std::array<std::uint16_t, kBlock> firsts, seconds;
    std::memcpy(firsts.data(), lows_.data() + i * kLowBytes, sizeof firsts);
    std::memcpy(seconds.data(), lows_.data() + (i + second_at) * kLowBytes, sizeof seconds);
    std::uint16_t found = 0;
    for (std::size_t at = 0; at < kBlock; ++at)
      found |= static_cast<std::uint16_t>((firsts[at] == first) & (seconds[at] == second));
    if (found != 0 && begins_between(i, i + kBlock)) return true;
  }
  return begins_between(i, ends);
}

void WordSequence::find_any(std::span<const WordId> words, std::vector<std::uint32_t>& places) const {
  for (std::size_t i = 0; i < size_; ++i)
    if (std::binary_search(words.begin(), words.end(), (*this)[i])) places.push_back(place(i));
}

}  // namespace assay::schema
