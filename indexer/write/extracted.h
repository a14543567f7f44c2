// An article that an index had already -> its entry as it was.
#pragma once

#include <string>
#include <string_view>

#include "indexer/read/article.h"
#include "indexer/schema/schema.h"
#include "indexer/write/document.h"

namespace assay::indexer {

// `article.extracted` is set. Throws std::invalid_argument for a facet that the schema does not have, and for
// a value that a closed facet does not have. Thread-safe.
Completed stored_as_it_stands(const read::Article& article, const schema::Schema& schema);

// The bytes of an entry's fingerprint as lower-case hexadecimal digits, and back. Digits must be such.
std::string to_hex(std::string_view bytes);
std::string from_hex(std::string_view digits);

}  // namespace assay::indexer
