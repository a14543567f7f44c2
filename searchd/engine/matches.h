// The documents that a query matches: a set, and in order where somebody needs that.
#pragma once

#include <roaring/roaring.hh>
#include <span>
#include <vector>

#include "searchd/engine/document_sets.h"
#include "searchd/engine/matching.h"
#include "searchd/snapshot/snapshot.h"

namespace assay::engine {

// Of one snapshot, which must outlive it.
class Matches {
 public:
  Matches(DocumentSet set, const snapshot::Snapshot& snapshot)
      : set_(std::move(set)), snapshot_(snapshot), size_(set_->cardinality()) {}

  std::size_t size() const { return size_; }
  const Roaring& set() const { return *set_; }
  // By document id.
  std::span<const Xapian::docid> documents() const;

  // How many have each of the slot's values.
  void count(Xapian::valueno slot, MatchResult& result) const;

 private:
  std::vector<std::uint32_t> code_counts(Xapian::valueno slot) const;
  OrdinalCounts ordinal_counts(Xapian::valueno slot) const;

  DocumentSet set_;
  const snapshot::Snapshot& snapshot_;
  const std::size_t size_;
  mutable std::vector<Xapian::docid> documents_;  // empty until somebody asks
};

}  // namespace assay::engine
