// The words of an open index.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

#include "indexer/schema/analyzer.h"
#include "searchd/query/plan.h"
#include "searchd/snapshot/snapshot.h"

namespace assay::engine {

// Lives no longer than the database and its snapshot, with which it keeps what it finds; not thread-safe.
class IndexVocabulary : public query::Vocabulary {
 public:
  // Null: nothing is kept.
  explicit IndexVocabulary(const Xapian::Database& database, const snapshot::Snapshot* snapshot = nullptr)
      : database_(database), snapshot_(snapshot) {}
  std::vector<std::string> conflation_class(const std::string& word) const override;
  std::vector<std::string> words_with_stem(const std::string& stem) const;
  std::vector<std::string> words_with_prefix(const std::string& prefix, std::size_t limit) const override;

 private:
  std::vector<std::string> found(const std::string& key,
                                 const std::function<std::vector<std::string>()>& read) const;

  const Xapian::Database& database_;
  const snapshot::Snapshot* snapshot_;
  schema::Stemmer stemmer_;
};

}  // namespace assay::engine
