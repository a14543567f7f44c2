// The words of one article in their order, as the index keeps them: what phrases and NEAR are checked
// against.
//
// Xapian's own position lists cost a B-tree entry for each pair of word and article, some 20 bytes beside the
// positions themselves. Here an article is one value: a number for each word, in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/word_ids.h"

namespace assay::schema {

// The words of the title come first.
std::string serialise_word_sequence(std::span<const WordId> words, std::size_t title_words);

// A view of the bytes, which must outlive it.
class WordSequence {
 public:
  // Throws FormatError when the bytes are none of ours.
  explicit WordSequence(std::string_view bytes);

  std::size_t size() const { return size_; }
  std::size_t title_words() const { return title_words_; }
  WordId operator[](std::size_t index) const { return high(index) << 16 | low(index); }

  // Appends all words in order.
  void append_all(std::vector<WordId>& words) const;

  // Appends the places where the word is, or any of the words, which are sorted; in order.
  void find(WordId word, std::vector<std::uint32_t>& places) const;
  void find_any(std::span<const WordId> words, std::vector<std::uint32_t>& places) const;

  // Whether the words (not empty) stand side by side in this order, all in the title or all in the text.
  bool has_run(std::span<const WordId> words) const;

  // Places are apart as words are, and those of the text kFieldGap behind those of the title.
  std::uint32_t place(std::size_t index) const;

 private:
  bool run_begins_at(std::size_t index, std::span<const WordId> words) const;
  std::uint16_t low(std::size_t index) const;
  WordId high(std::size_t index) const;

  std::string_view lows_, highs_;
  std::uint32_t size_ = 0, title_words_ = 0;
};

}  // namespace assay::schema
