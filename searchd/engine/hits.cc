#include "searchd/engine/hits.h"

#include <algorithm>

#include "indexer/schema/article_value.h"
#include "indexer/schema/copies.h"
#include "indexer/schema/stored_article.h"
#include "searchd/engine/failure.h"

namespace assay::engine {
namespace {

std::vector<FacetValues> facets_of(const schema::StoredArticle& article, const schema::Schema& schema) {
  std::vector<FacetValues> result;
  for (const schema::StoredFacetValues& stored : article.facets) {
    FacetValues values{stored.facet, stored.values, {}};
    const schema::Facet* facet = schema.find(stored.facet);
    for (const std::string& id : stored.values)
      values.labels.push_back(facet != nullptr ? facet->label_of(id) : id);
    result.push_back(std::move(values));
  }
  return result;
}

snapshot::CachedArticle cached_article(const Reader& reader, Xapian::docid document) {
  if (reader.snapshot == nullptr) return snapshot::read_article(document, reader.database, reader.revision());
  if (!reader.snapshot->documents().contains(document))
    throw Xapian::DocNotFoundError("the article was deleted");
  return reader.snapshot->caches().articles.article(document, reader.database, reader.snapshot->number());
}

}  // namespace

Hit hit(const Reader& reader, const Found& found, const HitParts& parts) {
  const snapshot::CachedArticle cached = cached_article(reader, found.document);
  const schema::StoredArticle& article = *cached.stored;
  Hit hit;
  hit.id = article.id;
  hit.title = article.title;
  hit.date = article.date;
  hit.url = article.url;
  hit.publisher = article.publisher;
  if (parts.facets) hit.facets = facets_of(article, *reader.schema);
  hit.score = found.weight;
  hit.snippets = parts.snippets.best(article.text);
  hit.rating_status = article.rating_status;
  hit.overall_score = article.score;
  const std::vector<std::string>& copies = *cached.copies;
  hit.group = copies.empty() ? article.id : copies.front();
  hit.copies = std::max<std::size_t>(1, copies.size());
  return hit;
}

std::vector<Hit> hits(const Reader& reader, const std::vector<Found>& page, const HitParts& parts,
                      const Stop& stop) {
  std::vector<Hit> result;
  result.reserve(page.size());
  for (const Found& found : page) {
    check(stop);
    result.push_back(hit(reader, found, parts));
  }
  return result;
}

Xapian::docid document_of(const Reader& reader, const std::string& id) {
  const Xapian::docid document = schema::find_article(reader.database, id);
  if (document == 0)
    throw Failure(FailureKind::kNotFound, "the index has no article with the id '" + id + "'");
  return document;
}

schema::StoredArticle stored_article(const Reader& reader, Xapian::docid document) {
  return schema::article_of(reader.database.get_document(document));
}

Article article(const Reader& reader, const std::string& id) {
  Article article;
  article.stored = stored_article(reader, document_of(reader, id));
  article.revision = reader.revision();
  article.copies = schema::copies_of(reader.database, id);
  article.facets = facets_of(article.stored, *reader.schema);
  return article;
}

}  // namespace assay::engine
