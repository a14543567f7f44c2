// The words that "did you mean" chooses from, in Xapian's spelling table.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

namespace assay::indexer {

// The words of the index that the table lacks, each with the number of articles that have it.
std::vector<std::pair<std::string, Xapian::doccount>> missing_spellings(const Xapian::Database& database);

// Adds those words: each once, however often it occurs. Words that have left
// the index stay; readers check that an article still holds what they suggest.
void add_missing_spellings(Xapian::WritableDatabase& database);

}  // namespace assay::indexer
