#include "searchd/snapshot/article_cache.h"

#include <optional>
#include <utility>

#include "indexer/schema/article_value.h"
#include "indexer/schema/copies.h"

namespace assay::snapshot {
namespace {

// About: what the strings of an article take beside its text.
constexpr std::size_t kBesideText = 2'000;

// As the index has them now.
std::shared_ptr<const std::vector<std::string>> copies_of(const schema::StoredArticle& article,
                                                          const Xapian::Database& database) {
  return std::make_shared<const std::vector<std::string>>(schema::copies_of(database, article.id));
}

}  // namespace

CachedArticle read_article(Xapian::docid document, const Xapian::Database& database, std::uint64_t revision) {
  auto stored =
      std::make_shared<const schema::StoredArticle>(schema::article_of(database.get_document(document)));
  auto copies = copies_of(*stored, database);
  return {std::move(stored), std::move(copies), revision};
}

CachedArticle ArticleCache::article(Xapian::docid document, const Xapian::Database& database,
                                    std::uint64_t revision) {
  std::optional<CachedArticle> known = entries_.find(document);
  if (known && known->revision == revision) return *known;
  CachedArticle article = known ? CachedArticle{known->stored, copies_of(*known->stored, database), revision}
                                : read_article(document, database, revision);
  entries_.keep(document, article, article.stored->text.size() + kBesideText);
  return article;
}

}  // namespace assay::snapshot
