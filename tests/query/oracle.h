// What the language promises of a query: which articles it matches, worked out from their words and nothing
// else.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <valarray>
#include <vector>

#include "indexer/schema/analyzer.h"
#include "searchd/query/ast.h"
#include "tests/query/articles.h"

namespace assay::tests {

// Not thread-safe.
class Oracle {
 public:
  using Set = std::valarray<bool>;                                           // of articles, by their position
  using Counts = std::map<std::string, std::map<std::string, std::size_t>>;  // facet -> value -> articles

  explicit Oracle(std::vector<Article> articles);

  const std::vector<Article>& articles() const { return articles_; }

  // Facet values are ids; lengths of time are counted from kToday.
  Set matches(const query::Node& tree) const;
  Set with_any(const std::string& facet, const std::vector<std::string>& values) const;
  // Of every facet, the values that any of the articles have.
  Counts counts(const Set& articles) const;

 private:
  // One word's place. The text lies behind the title, further off than any window is wide.
  struct Place {
    std::size_t article = 0, position = 0;
    auto operator<=>(const Place&) const = default;
  };
  using Places = std::vector<Place>;  // sorted

  struct Field {
    std::map<std::string, Places> words, stems;
  };

  void read(std::size_t article);
  void read(const Place& place, const std::string& word, Field& field);
  Places places(const Field& field, query::Kind kind, const std::string& word) const;
  // Where the words of a leaf stand side by side.
  Places starts(const query::Node& leaf) const;
  Set in_window(const std::vector<Places>& starts, const std::vector<std::size_t>& lengths,
                std::size_t window, bool ordered) const;
  Set with_words(const query::Node& node) const;
  Set with_date(const query::Node& node) const;
  Set none() const { return Set(false, articles_.size()); }

  const std::vector<Article> articles_;
  const schema::Stemmer stemmer_;
  Field all_, title_;
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> holders_;  // of a facet's value
};

}  // namespace assay::tests
