// The order in which files come changes nothing of what the index says of them.
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <random>

#include "indexer/read/reader.h"
#include "indexer/schema/article_value.h"
#include "indexer/schema/copies.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/stored_article.h"
#include "indexer/walk.h"
#include "indexer/write/writer.h"
#include "tests/read/reading.h"
#include "tests/temp_folder.h"

namespace assay::indexer {
namespace {

// Every fourth article of the corpus, and two copies of each tenth of those.
std::vector<read::Article> articles() {
  tests::Reading collector;
  for (const FoundFile& file : walk({ASSAY_SOURCE_DIR "/corpus"}).files)
    read::read_file(file.source, collector);
  EXPECT_TRUE(collector.problems.empty());
  std::vector<read::Article> some;
  for (std::size_t i = 0; i < collector.articles.size(); i += 4) some.push_back(collector.articles[i]);
  for (std::size_t i = 0, last = some.size(); i < last; i += 10)
    for (const char* mark : {"a-copy-", "z-copy-"}) {
      some.push_back(some[i]);
      some.back().id = mark + some[i].id;
    }
  return some;
}

// What the index holds: article id -> article, group -> the ids of its articles.
struct Content {
  std::map<std::string, std::string> articles;
  std::map<std::string, std::vector<std::string>> groups;
};

Content indexed(const std::vector<read::Article>& articles) {
  const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  const tests::TempFolder folder;
  IndexWriter writer(folder.path() / "index", taxonomy);
  for (const read::Article& article : articles) writer.put(article);
  writer.commit();
  const Xapian::Database database(schema::live_generation(folder.path() / "index").string());
  Content content;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const std::string data = schema::article_bytes(database.get_document(*at));
    content.articles[schema::parse_article(data).id] = data;
  }
  const std::string prefix(schema::kCopiesPrefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key)
    content.groups[*key] = schema::parse_copies(database.get_metadata(*key));
  return content;
}

TEST(Order, OfArticlesChangesNothing) {
  std::vector<read::Article> some = articles();
  const Content first = indexed(some);
  EXPECT_EQ(first.articles.size(), some.size());
  EXPECT_GE(first.groups.size(), 3u);
  std::mt19937 random(8);
  for (int round = 0; round < 2; ++round) {
    std::shuffle(some.begin(), some.end(), random);
    const Content again = indexed(some);
    EXPECT_EQ(again.articles, first.articles);
    EXPECT_EQ(again.groups, first.groups);
  }
}

}  // namespace
}  // namespace assay::indexer
