// The words that an index has had, and what is written once for each of them.
#pragma once

#include <xapian.h>

#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/schema/analyzer.h"
#include "indexer/schema/word_ids.h"
#include "indexer/write/article_words.h"

namespace assay::indexer {

// For the thread that writes, but for look_up(). Keeps the words in memory that it was asked for.
class KnownWords {
 public:
  // The database must outlive it.
  explicit KnownWords(Xapian::WritableDatabase& database);

  // Sets the ids of words that it was asked for before. Thread-safe.
  void look_up(ArticleWords& words) const;

  // A new word gets the next id.
  schema::WordId id_of(const std::string& word);

  // To be called before a commit: writes of each new word the id, the conflation class, and the spelling.
  void write_new();

 private:
  Xapian::WritableDatabase& database_;
  const schema::Stemmer stemmer_;
  schema::WordId given_, written_;   // so many ids
  mutable std::shared_mutex mutex_;  // of ids_, which only the writing thread changes
  std::unordered_map<std::string, schema::WordId> ids_;
  std::vector<const std::string*> new_;  // keys of ids_
};

}  // namespace assay::indexer
