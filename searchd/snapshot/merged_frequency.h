// How often several terms that are weighed as one occur.
#pragma once

#include <vector>

#include "searchd/snapshot/posting_cache.h"

namespace assay::snapshot {

// As Xapian estimates it for OP_SYNONYM: the terms are taken to be independent of one another and brought
// together two at a time, the rarest first, each step rounded. `documents` and `length` are the
// index's. `terms` is not empty.
Frequency merged_frequency(std::vector<Frequency> terms, Xapian::doccount documents, double length);

}  // namespace assay::snapshot
