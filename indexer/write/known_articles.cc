#include "indexer/write/known_articles.h"

#include "indexer/schema/article_value.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/stored_article.h"
#include "indexer/schema/terms.h"

namespace assay::indexer {
namespace {

bool has_term(const Xapian::Database& database, Xapian::docid document, const std::string& term) {
  auto at = database.termlist_begin(document);
  at.skip_to(term);
  return at != database.termlist_end(document) && *at == term;
}

}  // namespace

// A line of an export may have been edited, its fingerprint with it or not.
bool is_same(const Xapian::Database& database, Xapian::docid document, const Draft& draft) {
  const Xapian::Document entry = database.get_document(document);
  return entry.get_value(spec(schema::Field::kFingerprint).slot) == draft.fingerprint &&
         (!draft.as_it_stands || schema::article_bytes(entry) == serialise(draft.as_it_stands->stored)) &&
         (draft.file.empty() || has_term(database, document, schema::source_term(draft.file)));
}

KnownArticles::KnownArticles(const std::filesystem::path& generation) {
  try {
    database_ = Xapian::Database(generation.string());
    is_empty_ = database_.get_doccount() == 0;
  } catch (const Xapian::Error&) {
    is_empty_ = true;
  }
}

bool KnownArticles::has(const Draft& draft) {
  if (is_empty_) return false;
  try {
    const Xapian::docid document = schema::find_article(database_, draft.article.id);
    return document != 0 && is_same(database_, document, draft);
  } catch (const Xapian::Error&) {  // two commits came since
    try {
      database_.reopen();
    } catch (const Xapian::Error&) {
      is_empty_ = true;
    }
    return false;
  }
}

}  // namespace assay::indexer
