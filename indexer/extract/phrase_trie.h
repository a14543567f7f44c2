// The phrases of one or many matchers in one trie of word numbers, walked from each token of a text for as
// long as a phrase goes on. Cost: one array access per token, and a hash table's per further word of a phrase
// that is under way. Few bytes per phrase, so that all of it stays in the processor's cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace assay::extract {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0;  // a word that no phrase has

// Immutable once filled, so safe to share between threads.
class PhraseTrie {
 public:
  // What stands behind a phrase.
  struct Entry {
    std::uint32_t matcher = 0;
    std::uint32_t payload = 0;
  };

  // A phrase may have several entries. One without a word is ignored.
  void add(std::span<const WordId> phrase, Entry entry);

  // Calls found(at, end, entry) for each entry of each phrase in the words [first, last), of which `word`
  // gives the numbers: in the order in which they begin, of those that begin together the shorter first.
  template <class Word, class Found>
  void walk(std::size_t first, std::size_t last, Word word, Found found) const {
    for (; first < last; ++first) {
      NodeId id = word(first);
      if (id >= first_.size()) continue;
      const Node* node = &first_[id];
      for (std::size_t end = first + 1;; ++end) {
        for (std::uint32_t i = node->entry; i != kNone; i = entries_[i].next)
          found(first, end, entries_[i].entry);
        if (end == last || (node->next & bit(word(end))) == 0) break;
        const Step& step = steps_[place_of(id, word(end))];
        if (step.to == kNone) break;
        id = step.to;
        node = &step.node;
      }
    }
  }

 private:
  // Of a first word its number, of the others a number from kLater on.
  using NodeId = std::uint32_t;
  static constexpr NodeId kLater = 0x80000000;
  static constexpr std::uint32_t kNone = 0xffffffff;
  struct Node {
    std::uint64_t next = 0;       // the bits of the words that may follow: most others are told by them
    std::uint32_t entry = kNone;  // the first one
  };
  struct Chained {
    Entry entry;
    std::uint32_t next = kNone;
  };
  struct Step {
    NodeId from = kNone, to = kNone;  // kNone: a free place
    WordId word = kNoWord;
    Node node;  // `to`
  };
  static std::uint64_t bit(WordId word) { return std::uint64_t{1} << (word % 64); }
  std::size_t place_of(NodeId from, WordId word) const;
  Step& add_step(NodeId from, WordId word);
  void widen();  // the table of steps

  std::vector<Node> first_;                         // by word
  std::vector<Step> steps_ = std::vector<Step>(4);  // to all others: a hash table
  NodeId last_ = kLater;                            // behind the last one
  std::vector<Chained> entries_;
};

inline std::size_t PhraseTrie::place_of(NodeId from, WordId word) const {
  constexpr std::uint64_t kMix = 0x9e3779b97f4a7c15;
  const std::size_t mask = steps_.size() - 1;
  std::size_t at = (((std::uint64_t{from} << 32 | word) * kMix) >> 32) & mask;
  while (steps_[at].to != kNone && (steps_[at].from != from || steps_[at].word != word)) at = (at + 1) & mask;
  return at;
}

}  // namespace assay::extract
