// The documents that hold a term, or any of several, and how often each does, decoded.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <roaring/roaring.hh>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace assay::snapshot {

// Documents whose ids are equal but for their last bits lie in one block.
inline constexpr std::size_t kBlockDocuments = 64;

// For each block of documents the most that `occurrences * length norm` is in any of them.
using BlockMaxima = std::vector<float>;

// Immutable and thread-safe.
class Posting {
 public:
  // Of the documents up to `last`; those up to `known` are taken from `before` (null: none is known), so
  // documents that were deleted since may be among them. Throws Xapian::Error.
  static std::shared_ptr<const Posting> read(const Xapian::Database& database, const std::string& term,
                                             Xapian::docid last, const Posting* before, Xapian::docid known);
  // Any of the terms: occurrences add up.
  static std::shared_ptr<const Posting> merged(const std::vector<std::shared_ptr<const Posting>>& parts,
                                               Xapian::docid last);

  const Roaring& documents() const { return documents_; }
  // How often each of `documents`, which are sorted, holds the term: 0 for one that does not.
  void occurrences(std::span<const Xapian::docid> documents, std::span<std::uint32_t> counts) const;
  // How often the documents with the ids from `first` on do.
  void occurrences_from(Xapian::docid first, std::span<std::uint32_t> counts) const;
  // In the documents that hold it.
  double mean_occurrences() const;
  // `norms` is by document id.
  BlockMaxima block_maxima(std::span<const double> norms) const;
  // Of memory, about.
  std::size_t bytes() const;

 private:
  using Pairs = std::vector<std::pair<Xapian::docid, std::uint32_t>>;  // document, occurrences; sorted

  Posting(const Pairs& pairs, Xapian::docid last);
  template <typename See>
  void each(const See& see) const;
  std::uint32_t large(Xapian::docid document) const;

  Roaring documents_;
  // One of two: by document id where many documents hold the term, else beside each other. kLarge stands for
  // a count that is in large_.
  std::vector<std::uint8_t> by_document_;
  std::vector<Xapian::docid> sparse_documents_;
  std::vector<std::uint8_t> sparse_counts_;
  Pairs large_;
};

}  // namespace assay::snapshot
