#include "indexer/write/article_words.h"

#include <unordered_map>

#include "indexer/schema/analyzer.h"
#include "indexer/schema/word_sequence.h"

namespace assay::indexer {

ArticleWords words_of(const schema::StoredArticle& article) {
  ArticleWords words;
  std::unordered_map<std::string, std::uint32_t> known;
  const auto take = [&](const std::string& text, bool is_title) {
    schema::WordReader reader(text);
    for (schema::Word word; reader.next(word);) {
      const auto [at, is_new] = known.emplace(word.folded, words.distinct.size());
      if (is_new) words.distinct.push_back({word.folded, 0, 0, std::nullopt});
      ArticleWords::Distinct& distinct = words.distinct[at->second];
      ++distinct.times;
      if (is_title) ++distinct.times_in_title;
      words.order.push_back(at->second);
    }
  };
  take(article.title, true);
  words.title_words = words.order.size();
  take(article.text, false);
  return words;
}

std::string word_sequence(const ArticleWords& words,
                          const std::function<schema::WordId(const std::string& word)>& id_of) {
  std::vector<schema::WordId> ids, order;
  ids.reserve(words.distinct.size());
  order.reserve(words.order.size());
  for (const ArticleWords::Distinct& distinct : words.distinct)
    ids.push_back(distinct.id ? *distinct.id : id_of(distinct.word));
  for (const std::uint32_t word : words.order) order.push_back(ids[word]);
  return schema::serialise_word_sequence(order, words.title_words);
}

}  // namespace assay::indexer
