// The order of hits that sort keys ask for, in the terms of one index.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "indexer/schema/schema.h"
#include "searchd/engine/request.h"

namespace assay::engine {

class SortOrder {
 public:
  // Throws Failure (kInvalid): too many keys, an unknown field, relevance behind another key.
  SortOrder(const std::vector<SortKey>& keys, const schema::Schema& schema);
  ~SortOrder();

  bool by_relevance() const { return by_relevance_; }
  // Must outlive the match. Hits that only relevance orders need a weighting scheme besides.
  void apply(Xapian::Enquire& enquire) const;

 private:
  class Keys;
  bool by_relevance_ = true;
  std::unique_ptr<Keys> keys_;
};

}  // namespace assay::engine
