// The words of all phrases that are looked for, by number, so that a text's words are looked up once and
// every matcher compares numbers; and the phrases that are looked for in every sentence, in one trie.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/extract/phrase_trie.h"

namespace assay::extract {

// What of a token is compared with the words of a phrase.
enum class Compare { kWords, kStems };

// What rules ask of every word of a text, told once for each different word. Without padding, so that it is
// copied as a whole.
struct WordFacts {
  WordId word = kNoWord;     // the number of the word as it is written
  WordId stem = kNoWord;     // and of its stem
  int small_number = 0;      // as small_number() tells
  std::uint16_t month = 0;   // as month() tells
  std::uint16_t digits = 0;  // among the letters
};

// Faster than the standard hash.
struct WordHash {
  std::size_t operator()(const std::string& word) const;
};

// Filled while the rules are made; from then on immutable, so safe to share between threads.
class Lexicon {
 public:
  Lexicon() = default;
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  // The number of a folded word or a stem, a new one if need be.
  WordId add(const std::string& word);

  // Of a folded word of a text. Each thread remembers the words it asked for last.
  WordFacts find(const std::string& word) const;

  // The phrases of the matchers that share them, and the number of a new such matcher.
  PhraseTrie& phrases(Compare compare) { return compare == Compare::kStems ? of_stems_ : of_words_; }
  const PhraseTrie& phrases(Compare compare) const {
    return compare == Compare::kStems ? of_stems_ : of_words_;
  }
  std::uint32_t add_matcher() { return matchers_++; }
  std::uint32_t matchers() const { return matchers_; }

 private:
  WordId id(const std::string& word) const;
  WordFacts look_up(const std::string& word) const;

  std::uint64_t serial_ = 0;  // of its present words, among those of all lexicons; 0: none
  std::unordered_map<std::string, WordId, WordHash> ids_;
  PhraseTrie of_words_, of_stems_;
  std::uint32_t matchers_ = 0;
};

// The English stem of a folded word.
std::string stem(const std::string& word);

}  // namespace assay::extract
