// Pseudo relevance feedback: what the documents that a query found best are about.
#pragma once

#include <xapian.h>

#include <vector>

#include "bench/relevance/judged_index.h"
#include "bench/relevance/ranker.h"
#include "bench/relevance/scheme.h"

namespace assay::bench {

// The words that tell the first documents of `found` best from the others, weighed in falling order from
// feedback.scale on. Words of the query may be among them.
std::vector<QueryWord> words_of_best(const JudgedIndex& index, const Feedback& feedback,
                                     const Xapian::MSet& found);

}  // namespace assay::bench
