// Of matches the first in an order, without sorting the rest.
#pragma once

#include <cstddef>
#include <vector>

#include "searchd/engine/matching.h"
#include "searchd/engine/sort_order.h"
#include "searchd/snapshot/snapshot.h"

namespace assay::engine {

class BestMatches {
 public:
  // Keeps the first `most`. Order (null: by document id) and snapshot must outlive it.
  BestMatches(const SortOrder* order, const snapshot::Snapshot& snapshot, std::size_t most);

  void offer(const Found& match) {
    if (heap_.size() == most_ && (most_ == 0 || !comes_before(match, heap_.front()))) return;
    keep(match);
  }
  // Whether `a` comes before `b`.
  bool comes_before(const Found& a, const Found& b) const {
    if (by_relevance_ && a.weight != b.weight) return a.weight > b.weight;
    return comes_before_by_key(a.document, b.document);
  }
  // What a match must weigh, at least, to be kept still.
  double least_weight() const { return heap_.size() < most_ ? 0 : heap_.front().weight; }
  // In order. Leaves nothing.
  std::vector<Found> take();

 private:
  void keep(const Found& match);
  bool comes_before_by_key(Xapian::docid a, Xapian::docid b) const;

  const snapshot::Snapshot& snapshot_;
  const std::size_t most_;
  const bool by_relevance_;
  const bool by_document_, newest_first_;
  std::vector<KeyColumn> keys_;
  std::vector<Found> heap_;  // the last of them in front
};

}  // namespace assay::engine
