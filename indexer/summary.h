// What a run did, in numbers and in words.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "indexer/read/article.h"
#include "indexer/schema/stored_article.h"
#include "indexer/taxonomy/taxonomy.h"
#include "indexer/write/writer.h"

namespace assay::indexer {

class Summary {
 public:
  void count(const Put& put);
  void skip(read::Problem problem) { skipped_.push_back(std::move(problem)); }
  void remove(std::size_t articles) { removed_ += articles; }  // whose file vanished or gives them no more
  void leave(std::size_t articles) { left_ += articles; }      // of files that were not read again
  void ignore(std::size_t files) { ignored_ += files; }
  void set_index_articles(std::size_t articles) { index_articles_ = articles; }

  std::size_t added() const { return outcome(Outcome::kAdded); }
  std::size_t updated() const { return outcome(Outcome::kUpdated); }
  std::size_t removed() const { return removed_; }
  bool anything_skipped() const { return !skipped_.empty(); }

  const std::vector<read::Problem>& skipped() const { return skipped_; }

  // The facets' values come in the taxonomy's order; of long ones the most frequent.
  std::string text(const taxonomy::Taxonomy& taxonomy) const;

 private:
  std::size_t outcome(Outcome outcome) const;

  std::map<Outcome, std::size_t> outcomes_;
  std::map<std::string, std::map<std::string, std::size_t>> facets_;  // of added and updated articles
  std::vector<read::Problem> skipped_;
  std::size_t removed_ = 0;
  std::size_t left_ = 0;
  std::size_t copies_ = 0;
  std::size_t ignored_ = 0;
  std::size_t index_articles_ = 0;
};

// "press/x.txt:12: what is wrong"
std::string to_text(const read::Problem& problem);

}  // namespace assay::indexer
