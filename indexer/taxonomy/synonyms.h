// synonyms.tsv: phrases that queries take for each other.
#pragma once

#include <string>
#include <vector>

#include "indexer/schema/schema.h"

namespace assay::taxonomy {

// Throws TaxonomyError with the line: an unknown kind, fewer than two phrases, a phrase without a word.
std::vector<schema::Synonyms> read_synonyms(const std::string& file, const std::string& content);

}  // namespace assay::taxonomy
