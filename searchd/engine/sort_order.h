// The order of hits that sort keys ask for, in the terms of one index.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "indexer/schema/schema.h"
#include "searchd/engine/request.h"
#include "searchd/snapshot/snapshot.h"

namespace assay::engine {

// One key of an order, for the documents of a snapshot.
struct KeyColumn {
  const snapshot::Column* column = nullptr;
  std::vector<std::uint32_t> ranks;  // by the column's codes; what has no value comes last
  std::uint32_t rank(Xapian::docid document) const { return ranks[column->code(document)]; }
};

class SortOrder {
 public:
  // Throws Failure (kInvalid): too many keys, an unknown field, relevance behind another key.
  SortOrder(const std::vector<SortKey>& keys, const schema::Schema& schema);
  ~SortOrder();

  bool by_relevance() const { return by_relevance_; }
  // Whether the keys (behind relevance) are those of Snapshot::by_newest.
  bool is_newest_first() const;
  // Must outlive the match. Hits that only relevance orders need a weighting scheme besides.
  void apply(Xapian::Enquire& enquire) const;
  // Behind all of which documents are ordered by their own ids. Refer to the snapshot.
  std::vector<KeyColumn> key_columns(const snapshot::Snapshot& snapshot) const;

 private:
  class Keys;
  bool by_relevance_ = true;
  std::unique_ptr<Keys> keys_;
};

}  // namespace assay::engine
