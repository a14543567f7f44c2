// Articles that hits were made of, read and parsed; the least recently used make room for others.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "indexer/schema/stored_article.h"
#include "searchd/snapshot/recently_used.h"

namespace assay::snapshot {

struct CachedArticle {
  std::shared_ptr<const schema::StoredArticle> stored;
  std::shared_ptr<const std::vector<std::string>> copies;  // as schema::copies_of, at `revision`
  std::uint64_t revision = 0;
};

// Reads it from the index. Throws Xapian::DocNotFoundError, Xapian::Error, schema::FormatError.
CachedArticle read_article(Xapian::docid document, const Xapian::Database& database, std::uint64_t revision);

// Thread-safe. A document never changes and its id is not used again, but its copies may change.
class ArticleCache {
 public:
  explicit ArticleCache(std::size_t most_bytes) : entries_(most_bytes) {}

  // Throws what read_article does.
  CachedArticle article(Xapian::docid document, const Xapian::Database& database, std::uint64_t revision);

 private:
  RecentlyUsed<Xapian::docid, CachedArticle> entries_;
};

}  // namespace assay::snapshot
