// A JSON object -> the fields and facets of an article.
#pragma once

#include <string_view>

#include "indexer/read/article.h"

namespace assay::read {

// Takes the keys that are fields or facets, and those of "facets"; others are passed over. An object with the
// key "extracted" is a line of an export (json_extracted.h). Throws ReadError that says what is wrong: the JSON,
// the encoding, or which key.
void read_json_object(std::string_view json, Article& article);

}  // namespace assay::read
