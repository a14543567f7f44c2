// The words that "did you mean" chooses from, in Xapian's spelling table. Words that have left the index
// stay; readers check that an article still holds what they suggest.
#pragma once

#include <xapian.h>

#include <string>

namespace assay::indexer {

// Whether a word of the index is among them: of those that people type, the ones that are not near to too
// many.
bool is_spelt(const std::string& word);

// Adds a word that the table lacks, however many articles hold it, if it is to be there.
void add_spelling(Xapian::WritableDatabase& database, const std::string& word);

}  // namespace assay::indexer
