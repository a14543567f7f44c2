// Answers that the tests of formats, of the library and of the program share.
#pragma once

#include "assay/v1/article.pb.h"
#include "assay/v1/search.pb.h"
#include "client/assay.h"

namespace assay::tests {

// Three hits that need every kind of care: markup, quotes, formulas, wide characters, nothing at all.
SearchReply sample_reply();
Article sample_article();

// The same as the daemon sends them.
v1::SearchReply to_message(const SearchReply& reply);
v1::Article to_message(const Article& article);

}  // namespace assay::tests
