#include "indexer/maintain/export.h"

#include "indexer/maintain/article_line.h"
#include "indexer/maintain/live_index.h"
#include "indexer/schema/article_value.h"

namespace assay::maintain {
namespace {

class Exporter {
 public:
  explicit Exporter(const LineTaker& take) : take_(take) {}

  // Goes on behind what was handed over.
  void go_on(const LiveIndex& index) {
    const schema::Schema schema = index.schema();
    auto document = index.database.postlist_begin("");
    for (document.skip_to(last_ + 1); document != index.database.postlist_end(""); ++document) {
      const Xapian::Document read = index.database.get_document(*document);
      const schema::StoredArticle article = schema::article_of(read);
      const std::string fingerprint = read.get_value(spec(schema::Field::kFingerprint).slot);
      take_(article.id, article_line(article, fingerprint, schema));
      last_ = *document;
      ++articles_;
    }
  }

  Xapian::docid last() const { return last_; }
  std::uint64_t articles() const { return articles_; }

 private:
  const LineTaker& take_;
  Xapian::docid last_ = 0;
  std::uint64_t articles_ = 0;
};

}  // namespace

std::uint64_t export_articles(const std::filesystem::path& directory, const LineTaker& take) {
  Exporter exporter(take);
  LiveIndex index = open_live_index(directory);
  for (;;) {
    const Xapian::docid before = exporter.last();
    try {
      exporter.go_on(index);
      return exporter.articles();
    } catch (const Xapian::DatabaseModifiedError&) {
      LiveIndex newest = open_live_index(directory);
      // Another generation may have other articles under these document ids.
      if (newest.generation != index.generation || exporter.last() == before) throw;
      index = std::move(newest);
    }
  }
}

}  // namespace assay::maintain
