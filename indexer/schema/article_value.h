// The article as a value of its document: the bytes of serialise(), packed by Zstandard. A value, because
// Xapian would pack a document's data by zlib, which costs more than all else that a document takes and is
// done by the one thread that writes.
#pragma once

#include <xapian.h>

#include <string>

#include "indexer/schema/stored_article.h"

namespace assay::schema {

// Thread-safe, as all of these are for documents of one thread's own.
void post_article(Xapian::Document& document, const StoredArticle& article);

// The bytes that serialise() gave. Throws FormatError when the document has none that are whole.
std::string article_bytes(const Xapian::Document& document);

// Throws FormatError as well when the bytes are none of ours.
StoredArticle article_of(const Xapian::Document& document);

}  // namespace assay::schema
