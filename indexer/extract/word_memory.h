// Words with what was found out about them, for one thread: a hash table of short words, whose letters are
// compared as two numbers.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/lexicon.h"

namespace assay::extract {

class WordMemory {
 public:
  // Words of 1 to so many bytes can be remembered.
  static constexpr std::size_t kLongest = 16;

  // What `find_out(word)` gave when the word was asked for first, as far as that is remembered.
  template <class FindOut>
  WordFacts recall(const std::string& word, FindOut find_out) {
    const Key key = key_of(word);
    Slot& slot = slot_of(key);
    if (slot.key == key) return slot.facts;
    const WordFacts facts = slot.facts = find_out(word);
    slot.key = key;
    if (++words_ * 4 > slots_.size() * 3) grow();
    return facts;
  }

  void clear() { *this = WordMemory(); }

 private:
  static constexpr std::size_t kFirstSlots = 1 << 10;
  static constexpr std::size_t kMaxSlots = 1 << 18;  // most of them hold a corpus's common words

  struct Key {
    std::uint64_t low = 0, high = 0;  // the word's bytes, then zeros
    bool operator==(const Key& other) const { return low == other.low && high == other.high; }
  };
  struct Slot {
    Key key;  // zeros: free
    WordFacts facts;
  };
  static Key key_of(std::string_view word);
  Slot& slot_of(const Key& key);  // the word's, or the free one that it would take
  void grow();                    // or forgets all words when there are too many

  std::vector<Slot> slots_ = std::vector<Slot>(kFirstSlots);
  std::size_t words_ = 0;
};

inline WordMemory::Key WordMemory::key_of(std::string_view word) {
  static_assert(std::endian::native == std::endian::little);  // else the shifts would drop letters
  const auto bytes = [&](std::size_t at, auto number) -> std::uint64_t {
    std::memcpy(&number, word.data() + at, sizeof number);
    return number;
  };
  const std::size_t size = word.size();
  // Overlapping reads of a fixed size are far cheaper than a copy of as many bytes as there are.
  if (size > 8)
    return {bytes(0, std::uint64_t()), bytes(size - 8, std::uint64_t()) >> (8 * (kLongest - size))};
  if (size >= 4) return {bytes(0, std::uint32_t()) | bytes(size - 4, std::uint32_t()) << (8 * (size - 4)), 0};
  return {bytes(0, std::uint8_t()) | bytes(size / 2, std::uint8_t()) << (8 * (size / 2)) |
              bytes(size - 1, std::uint8_t()) << (8 * (size - 1)),
          0};
}

inline WordMemory::Slot& WordMemory::slot_of(const Key& key) {
  constexpr std::uint64_t kMix = 0x9e3779b97f4a7c15;
  const std::uint64_t mixed = ((key.low ^ (key.high * kMix)) * kMix);
  std::size_t at = (mixed >> 32) & (slots_.size() - 1);
  while (slots_[at].key.low != 0 && !(slots_[at].key == key)) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

inline void WordMemory::grow() {
  std::vector<Slot> old = std::move(slots_);
  words_ = 0;
  slots_.assign(old.size() < kMaxSlots ? old.size() * 2 : kFirstSlots, {});
  if (slots_.size() < old.size()) return;
  for (const Slot& slot : old)
    if (slot.key.low != 0) slot_of(slot.key) = slot, ++words_;
}

}  // namespace assay::extract
