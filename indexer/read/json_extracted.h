// A line of an export -> the article as an index had it.
#pragma once

#include <boost/json/object.hpp>

#include "indexer/read/article.h"

namespace assay::read {

// The key that makes a JSON object such a line.
inline constexpr const char* kExtractedKey = "extracted";

// Takes every string as it stands: nothing is folded, and the text may be empty. Keys that it does not know
// are passed over. Throws ReadError that says which key is wrong.
void read_extracted(const boost::json::object& line, Article& article);

}  // namespace assay::read
