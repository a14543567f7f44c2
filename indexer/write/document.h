// Extraction -> what the index stores and what it finds it by.
#pragma once

#include <string>

#include <xapian.h>

#include "indexer/extract/extract.h"
#include "indexer/read/article.h"
#include "indexer/schema/schema.h"
#include "indexer/schema/stored_article.h"
#include "indexer/write/article_words.h"
#include "indexer/write/known_words.h"

namespace assay::indexer {

// The facets of an article complete: values that lie above its own are added (the council's region), a
// publisher becomes a value of `source`, a facet without any gets its default. New values of open facets are
// added to `schema`.
schema::StoredArticle to_stored(const read::Article& article, extract::Extraction extraction,
                                const taxonomy::Taxonomy& taxonomy, schema::Schema& schema);

// `words` are those of the article; `fingerprint` goes into its slot.
Xapian::Document to_document(const schema::StoredArticle& article, const ArticleWords& words,
                             const std::string& fingerprint, const schema::Schema& schema,
                             KnownWords& known_words);

// The part of that which does not come from the text: the terms of id and facets, and all values but the
// words. The schema has every facet and value that the article has.
void post_lookups(Xapian::Document& document, const schema::StoredArticle& article,
                  const std::string& fingerprint, const schema::Schema& schema);

}  // namespace assay::indexer
