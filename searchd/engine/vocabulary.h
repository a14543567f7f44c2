// The words of an open index.
#pragma once

#include <xapian.h>

#include "indexer/schema/analyzer.h"
#include "searchd/query/plan.h"

namespace assay::engine {

// Lives no longer than the database; not thread-safe.
class IndexVocabulary : public query::Vocabulary {
 public:
  explicit IndexVocabulary(const Xapian::Database& database) : database_(database) {}
  std::vector<std::string> conflation_class(const std::string& word) const override;
  std::vector<std::string> words_with_stem(const std::string& stem) const;
  std::vector<std::string> words_with_prefix(const std::string& prefix, std::size_t limit) const override;

 private:
  const Xapian::Database& database_;
  schema::Stemmer stemmer_;
};

}  // namespace assay::engine
