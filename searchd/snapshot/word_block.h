// The words of some documents in order, and where the common ones of them stand.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/fields.h"
#include "indexer/schema/word_ids.h"
#include "searchd/snapshot/revision.h"

namespace assay::snapshot {

// Words that stand side by side have places side by side; those of title and text never have.
using Place = std::uint16_t;

// Of a place of schema::WordSequence: one place is enough to keep title and text apart. May be more than a
// Place can be.
inline std::uint32_t narrowed(std::uint32_t place, std::size_t title_words) {
  return place <= title_words ? place : place - schema::kFieldGap + 1;
}

// All of one word in a block, by document and place.
struct Occurrences {
  std::span<const std::uint16_t> documents;  // ids, counted from the block's first
  std::span<const Place> places;             // as many
};

// Immutable and thread-safe.
class WordBlock {
 public:
  static constexpr std::size_t kDocuments = 1024;  // ids

  // The block with this number, as far as the revision goes. Throws Xapian::Error, schema::FormatError.
  WordBlock(std::size_t number, const Revision& revision);

  Xapian::docid first() const { return first_; }
  Xapian::docid last() const { return last_; }  // the last id that it was read for
  // Whether it has all documents that the revision has of these ids.
  bool serves(const Revision& revision) const {
    return revision_ <= revision.number && (last_ == first_ + kDocuments - 1 || last_ >= revision.last);
  }
  std::size_t documents() const { return document_count_; }

  // schema::WordSequence's bytes; empty: the document has none. `document` is one of the block's ids.
  std::string_view words(Xapian::docid document) const;

  // Nothing where the word is too seldom in the block to be worth a list: its documents are looked through.
  std::optional<Occurrences> occurrences(schema::WordId word) const;
  // Documents with more words than places can count, in ascending order. Occurrences leave them out.
  std::span<const Xapian::docid> too_long() const { return too_long_; }

  std::size_t bytes() const;

 private:
  // A word in a document, counted from the block's first.
  struct Standing {
    schema::WordId word;
    std::uint16_t document;
    Place place;
  };

  // Gives all words of documents that are not too long, by document and place.
  std::vector<Standing> read(const Xapian::Database& database);
  void list_common_words(const std::vector<Standing>& all);

  std::uint64_t revision_ = 0;  // that it was read at
  Xapian::docid first_ = 0, last_ = 0;
  std::size_t document_count_ = 0;
  std::string words_;  // of one document behind those of the other
  std::array<std::uint32_t, kDocuments + 1> begins_{};
  std::vector<schema::WordId> common_;            // in ascending order
  std::vector<std::uint32_t> occurrence_begins_;  // of each of them, and the end of the last
  std::vector<std::uint16_t> documents_;
  std::vector<Place> places_;
  std::vector<Xapian::docid> too_long_;
};

}  // namespace assay::snapshot
