// An index of a few articles in a folder of its own.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/writer.h"
#include "tests/temp_folder.h"

namespace assay::tests {

class SmallIndex {
 public:
  // Pairs of id and text.
  explicit SmallIndex(const std::vector<std::pair<std::string, std::string>>& articles) { add(articles); }
  SmallIndex(const SmallIndex&) = delete;
  SmallIndex& operator=(const SmallIndex&) = delete;

  void add(const std::vector<std::pair<std::string, std::string>>& articles) {
    indexer::IndexWriter writer(folder_.path(), taxonomy_);
    for (const auto& [id, text] : articles) {
      read::Article article;
      article.id = id;
      article.text = text;
      writer.put(article);
    }
    writer.commit();
  }
  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  TempFolder folder_;
  const taxonomy::Taxonomy taxonomy_ = taxonomy::Taxonomy::built_in();
};

}  // namespace assay::tests
