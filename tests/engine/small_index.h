// An index of a few articles in a folder of its own.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/write/writer.h"
#include "tests/temp_folder.h"

namespace assay::tests {

enum Stated { kStated };  // says that articles follow, not texts

class SmallIndex {
 public:
  // Pairs of id and text.
  explicit SmallIndex(const std::vector<std::pair<std::string, std::string>>& articles) { add(articles); }
  SmallIndex(Stated, const std::vector<read::Article>& articles) { add_stated(articles); }
  SmallIndex(const SmallIndex&) = delete;
  SmallIndex& operator=(const SmallIndex&) = delete;

  void add(const std::vector<std::pair<std::string, std::string>>& texts) {
    std::vector<read::Article> articles;
    for (const auto& [id, text] : texts) {
      read::Article& article = articles.emplace_back();
      article.id = id;
      article.text = text;
    }
    add_stated(articles);
  }
  void add_stated(const std::vector<read::Article>& articles) {
    indexer::IndexWriter writer(folder_.path(), taxonomy_);
    for (const read::Article& article : articles) writer.put(article);
    writer.commit();
  }
  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  TempFolder folder_;
  const taxonomy::Taxonomy taxonomy_ = taxonomy::Taxonomy::built_in();
};

// An article that states its facets, so that nothing is read out of its text; empty: it states that it has
// none. The councils are separated by commas.
inline read::Article stated(const std::string& id, const std::string& date, const std::string& rating,
                            const std::string& councils, const std::string& text) {
  read::Article article;
  article.id = id;
  article.date = date;
  article.title = "Title of " + id;
  article.text = text;
  const auto list = [](const std::string& values) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < values.size();) {
      const std::size_t end = std::min(values.find(',', at), values.size());
      parts.push_back(values.substr(at, end - at));
      at = end + 1;
    }
    return parts;
  };
  article.facets = {{"rating", list(rating)}, {"council", list(councils)}, {"theme", {}}};
  return article;
}

}  // namespace assay::tests
