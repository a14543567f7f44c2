// The words that "did you mean" chooses from, in Xapian's spelling table.
#pragma once

#include <xapian.h>

namespace assay::indexer {

// Adds the words of the index that the table lacks: each once, however often it occurs. Words that have left
// the index stay; readers check that an article still holds what they suggest.
void add_missing_spellings(Xapian::WritableDatabase& database);

}  // namespace assay::indexer
