// Names of councils that are ordinary words too: where what stands around them shows that they are names.
#pragma once

#include <vector>

#include "indexer/extract/council.h"
#include "indexer/extract/document.h"

namespace assay::extract {

// Accepts mentions that were refused as ordinary words: those in a list with a council, and those of the only
// council that the text names, where it names it again and again as a name. `mentions` are in the order of
// the text.
void accept_names(const Document& document, std::vector<Mention>& mentions);

// "The borough", "the Town Hall": the article is about one council, whichever.
bool speaks_of_one(const Document& document);

}  // namespace assay::extract
