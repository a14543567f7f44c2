// Numbers for the words of all phrases that are looked for, so that a text's words are looked up once and
// every matcher compares numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace assay::extract {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0;  // a word that no phrase has

// The numbers of a word as it is written and of its stem.
struct WordIds {
  WordId word = kNoWord;
  WordId stem = kNoWord;
};

// Faster than the standard hash, and there is one look-up for every word of a text.
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

  // The numbers of a folded word of a text. Each thread remembers the words it asked for last.
  WordIds find(const std::string& word) const;

 private:
  WordId id(const std::string& word) const;

  std::uint64_t serial_ = 0;  // of its present words, among those of all lexicons; 0: none
  std::unordered_map<std::string, WordId, WordHash> ids_;
};

// The English stem of a folded word.
std::string stem(const std::string& word);

}  // namespace assay::extract
