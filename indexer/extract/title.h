// The headline of an article.
#pragma once

#include <optional>
#include <string>

#include "indexer/extract/document.h"

namespace assay::extract {

// The line that is the stated title, or, where none is stated, the headline if the text shows one: a short
// line near the top, without a sentence's full stop, that is neither a date nor a byline.
std::optional<std::size_t> headline(const read::Article& article, const Document& document);

// What stands in for a missing headline: the beginning of the first sentence that is neither a date nor a
// byline, cut between words.
std::string opening(const Document& document);

}  // namespace assay::extract
