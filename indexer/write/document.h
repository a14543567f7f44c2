// Extraction -> what the index stores and what it finds it by.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/extract/extract.h"
#include "indexer/read/article.h"
#include "indexer/schema/schema.h"
#include "indexer/schema/stored_article.h"
#include "indexer/write/article_words.h"
#include "indexer/write/known_words.h"

namespace assay::indexer {

// A value that an article brings to a facet.
struct NewValue {
  std::string facet;
  schema::FacetValue value;
};

// An article as it will be stored, with the values of open facets that the schema at hand does not have.
struct Completed {
  schema::StoredArticle stored;
  std::vector<NewValue> new_values;
};

// The facets of an article complete: values that lie above its own are added (the council's region), a
// publisher becomes a value of `source`, a facet without any gets its default. Thread-safe.
Completed to_stored(const read::Article& article, extract::Extraction extraction,
                    const taxonomy::Taxonomy& taxonomy, const schema::Schema& schema);

// Adds those values that the schema still lacks. Throws std::length_error when a facet has too many.
void add_new_values(const std::vector<NewValue>& values, schema::Schema& schema);

// `words` are those of the article; `fingerprint` goes into its slot. The order of the words is not in it
// yet, nor are the ordinals of a facet of which the schema lacks a value.
Xapian::Document to_document(const schema::StoredArticle& article, const ArticleWords& words,
                             const std::string& fingerprint, const schema::Schema& schema);

// The part of that which does not come from the text: the terms of id and facets, and all values.
void post_lookups(Xapian::Document& document, const schema::StoredArticle& article,
                  const std::string& fingerprint, const schema::Schema& schema);

// The order of the words, by the numbers that the index has for them.
void post_word_order(Xapian::Document& document, const ArticleWords& words, KnownWords& known_words);

// The ordinals of open facets, by a schema that has every value that the article has.
void post_open_ordinals(Xapian::Document& document, const schema::StoredArticle& article,
                        const schema::Schema& schema);

}  // namespace assay::indexer
