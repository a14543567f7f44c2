// Where in each document a word stands, decoded: for phrases.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "indexer/schema/word_ids.h"
#include "indexer/schema/word_sequence.h"
#include "searchd/snapshot/posting.h"
#include "searchd/snapshot/word_store.h"

namespace assay::snapshot {

// 64 places each, the first in the lowest bit of the first.
using PlaceBits = std::uint64_t;

// Immutable and thread-safe.
class WordPlaces {
 public:
  // Of the documents of `posting`, whose words `words` reads. Those up to `known` are taken from `before`
  // (null: none is known). `check` is called now and then, and may throw. Throws Xapian::Error.
  WordPlaces(schema::WordId word, const Posting& posting, WordStore::Cursor& words, const WordPlaces* before,
             Xapian::docid known, const std::function<void()>& check);

  // Whether the word stands so often in its documents that bits tell its places, which many words can be
  // compared by at once; else lists do.
  bool is_dense() const { return is_dense_; }

  // Reads documents by rising id. Used by one thread.
  class Cursor {
   public:
    explicit Cursor(const WordPlaces& places) : places_(&places) {}
    // Nothing where the document does not have the word, or is one of too_long().
    std::span<const Place> list(Xapian::docid document);      // in ascending order; where it is not dense
    std::span<const PlaceBits> bits(Xapian::docid document);  // where it is

   private:
    template <typename Unit>
    std::span<const Unit> of(Xapian::docid document, const std::vector<Unit>& units);

    const WordPlaces* places_;
    std::size_t at_ = 0;
  };

  // Documents with more words than places can count, in ascending order.
  std::span<const Xapian::docid> too_long() const { return too_long_; }
  // That have the word, as far as places are known.
  std::size_t documents() const { return documents_.size(); }
  std::size_t bytes() const;

 private:
  void find_in(const schema::WordSequence& words, schema::WordId word, Xapian::docid document);
  void take(const Occurrences& occurrences, Xapian::docid first, Xapian::docid from);
  void add(Xapian::docid document, std::span<const Place> places);
  void add_list(std::span<const Place> places);
  void add_bits(std::span<const Place> places);

  bool is_dense_ = false;
  std::vector<Xapian::docid> documents_;
  std::vector<std::uint32_t> begins_ = {0};  // of each document's units, and the end of the last
  std::vector<Place> list_;                  // one of the two
  std::vector<PlaceBits> bits_;
  std::vector<Xapian::docid> too_long_;
};

}  // namespace assay::snapshot
