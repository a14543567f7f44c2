// Whether an article is about one council, or tells the grades of several and has none of its own.
#pragma once

#include <optional>
#include <vector>

#include "indexer/extract/council.h"
#include "indexer/extract/document.h"
#include "indexer/extract/rating.h"

namespace assay::extract {

// Several councils with grades, or with a headline that speaks of several, and `main`, the one that is talked
// of most, is not plainly the subject. A wrong grade is worse than none, so this says yes where in doubt.
bool is_round_up(const Document& document, const std::vector<Verdict>& verdicts,
                 std::optional<schema::Ordinal> main, const std::vector<Mention>& mentions);

}  // namespace assay::extract
