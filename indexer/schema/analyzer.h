// How text becomes words: the one analyzer of indexing, querying, extraction and snippets.
//
// A word is a run of letters, digits and combining marks, folded by Unicode NFKC case folding with accents
// dropped ("Café" -> "cafe"). An apostrophe inside or at the end of a word vanishes ("carer's", "carers'"
// -> "carers"). Everything else separates ("24/7" -> "24", "7"; "co-production" -> "co", "production").
// Words are neither stemmed nor stopped; the position of a word is its count from the start of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assay::schema {

// Stored with the index; it changes when the same text would give other words.
inline constexpr std::string_view kAnalyzerFingerprint = "words-1/english";

// A longer word is cut here, at a character's boundary, in articles and queries alike.
inline constexpr std::size_t kMaxWordBytes = 64;

struct Word {
  std::string folded;
  std::size_t begin = 0;  // bytes of the original text
  std::size_t end = 0;
};

// Yields the words of one UTF-8 text in order. Invalid bytes separate words. The text must outlive it.
// Not thread-safe; cheap to make.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}
  // False at the end of the text; `word` is then unspecified. Reuses word.folded's memory.
  bool next(Word& word);

 private:
  bool find_begin();            // of the next word, moving there
  bool read_ascii(Word& word);  // the word that begins here, unless it takes more

  std::string_view text_;
  std::size_t at_ = 0;
};

std::vector<Word> words(std::string_view text);

// The folded form of each word, for comparing texts by their words.
std::vector<std::string> folded_words(std::string_view text);
// The same with one blank between.
std::string folded_phrase(std::string_view text);

// English (Snowball) stems. Not thread-safe: one per thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  std::string stem(const std::string& folded_word) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::schema
