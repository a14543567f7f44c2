// Queries made at random from the words of articles, so that most of them find something.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "searchd/engine/engine.h"
#include "tests/query/oracle.h"
#include "tests/query/random_query.h"

namespace assay::tests {

// All that the language has, within its limits: of lengths of time alone there are none, since they count
// from today. The oracle and the facets' names must outlive it.
class Questions {
 public:
  Questions(const Oracle& oracle, const std::set<std::string>& facets, unsigned seed)
      : oracle_(oracle), facets_(facets), random_(seed) {}

  // A query, at times with filters and dates beside it, that counts every facet.
  engine::SearchRequest request();
  // The text of a query, with groups in it as deep as that.
  std::string query(int depth);
  // A filter with values of some article.
  query::RequestFilter filter();

  std::size_t below(std::size_t count) { return random_() % count; }

 private:
  using Words = std::vector<std::string>;

  const Article& any_article() { return oracle_.articles()[below(oracle_.articles().size())]; }

  bool is_within_limits(const std::string& query) const;
  std::string alternatives(const Article& about, int depth);
  std::string conjunction(const Article& about, int depth);
  std::string part(const Article& about, int depth);
  std::string negated(const Article& about, int depth);
  std::string leaf(const Article& about);
  // The same, of words in one field.
  std::string words_leaf(const Words& words, const std::string& field);
  std::string word(const std::string& word);
  std::string quoted(const Words& words, std::size_t at, std::size_t count);
  std::string loose_phrase(const Words& words);
  std::string chain(const Words& words, const std::string& field);
  std::string facet_clause(const Article& about);
  std::string date(const Article& about);
  std::string date_clause(const Article& about);

  const Oracle& oracle_;
  const std::set<std::string>& facets_;
  Random random_;
  int prefixes_left_ = 0;
};

}  // namespace assay::tests
