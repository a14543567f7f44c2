// An article of an index -> a line of an export, which `assay-indexer build` takes as it stands. The form is
// documented in docs/indexer.md; indexer/read/json_extracted.cc reads it.
#pragma once

#include <string>

#include "indexer/schema/schema.h"
#include "indexer/schema/stored_article.h"

namespace assay::maintain {

// `fingerprint` is what the document's slot holds. Without a line end.
std::string article_line(const schema::StoredArticle& article, const std::string& fingerprint,
                         const schema::Schema& schema);

}  // namespace assay::maintain
