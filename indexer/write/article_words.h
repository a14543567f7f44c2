// The words of an article, counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/schema/stored_article.h"
#include "indexer/schema/word_ids.h"

namespace assay::indexer {

struct ArticleWords {
  struct Distinct {
    std::string word;
    std::uint32_t times = 0, times_in_title = 0;
    std::optional<schema::WordId> id;  // of a word that the index had when it was looked up
  };
  std::vector<Distinct> distinct;    // in the order in which they first come
  std::vector<std::uint32_t> order;  // of the article: title, then text; indices into distinct
  std::size_t title_words = 0;       // of order
};

ArticleWords words_of(const schema::StoredArticle& article);

// What the index keeps of their order; `id_of` is asked once for each distinct word that has no id yet.
std::string word_sequence(const ArticleWords& words,
                          const std::function<schema::WordId(const std::string& word)>& id_of);

}  // namespace assay::indexer
