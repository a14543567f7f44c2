#include "searchd/engine/best_matches.h"

#include <algorithm>
#include <utility>

namespace assay::engine {

BestMatches::BestMatches(const SortOrder* order, const snapshot::Snapshot& snapshot, std::size_t most)
    : snapshot_(snapshot),
      most_(most),
      by_relevance_(order != nullptr && order->by_relevance()),
      by_document_(order == nullptr),
      newest_first_(order != nullptr && order->is_newest_first()) {
  if (order != nullptr && !newest_first_) keys_ = order->key_columns(snapshot);
}

void BestMatches::keep(const Found& match) {
  const auto before = [this](const Found& a, const Found& b) { return comes_before(a, b); };
  if (heap_.size() == most_) {
    std::pop_heap(heap_.begin(), heap_.end(), before);
    heap_.pop_back();
  }
  heap_.push_back(match);
  std::push_heap(heap_.begin(), heap_.end(), before);
}

bool BestMatches::comes_before_by_key(Xapian::docid a, Xapian::docid b) const {
  if (by_document_) return a < b;
  if (newest_first_) return snapshot_.newest_places()[a] < snapshot_.newest_places()[b];
  for (const KeyColumn& key : keys_)
    if (const auto of_a = key.rank(a), of_b = key.rank(b); of_a != of_b) return of_a < of_b;
  return snapshot_.id(a) < snapshot_.id(b);
}

std::vector<Found> BestMatches::take() {
  std::sort(heap_.begin(), heap_.end(),
            [this](const Found& a, const Found& b) { return comes_before(a, b); });
  return std::exchange(heap_, {});
}

}  // namespace assay::engine
