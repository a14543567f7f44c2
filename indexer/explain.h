// Why extraction concluded what it did, for a person.
#pragma once

#include <string>

#include "indexer/extract/extract.h"
#include "indexer/read/article.h"

namespace assay::indexer {

// The article line by line: what was left out as boilerplate and why, and under each sentence what was
// concluded
// (+) and what was refused (-), with the reason.
std::string explain(const read::Article& article, const extract::Extraction& extraction);

}  // namespace assay::indexer
