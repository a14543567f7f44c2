// The documents of a set, one by one.
#pragma once

#include <xapian.h>

#include <roaring/roaring.hh>
#include <vector>

namespace assay::snapshot {

// In ascending order.
inline std::vector<Xapian::docid> ids_of(const Roaring& set) {
  std::vector<Xapian::docid> ids(set.cardinality());
  set.toUint32Array(ids.data());
  return ids;
}

}  // namespace assay::snapshot
