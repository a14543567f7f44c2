#include "searchd/snapshot/article_cache.h"

#include "indexer/schema/copies.h"

namespace assay::snapshot {
namespace {

// About: what the strings of an article take beside its text.
constexpr std::size_t kBesideText = 2'000;

}  // namespace

CachedArticle ArticleCache::article(Xapian::docid document, const Xapian::Database& database,
                                    std::uint64_t revision) {
  CachedArticle article = entries_.find(document).value_or(CachedArticle{});
  if (article.stored != nullptr && article.revision == revision) return article;
  if (article.stored == nullptr)
    article.stored = std::make_shared<const schema::StoredArticle>(
        schema::parse_article(database.get_document(document).get_data()));
  article.copies =
      std::make_shared<const std::vector<std::string>>(schema::copies_of(database, article.stored->id));
  article.revision = revision;
  entries_.keep(document, article, article.stored->text.size() + kBesideText);
  return article;
}

}  // namespace assay::snapshot
