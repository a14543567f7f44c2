// The words that an index has had, and what is written once for each of them.
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/schema/analyzer.h"
#include "indexer/schema/word_ids.h"

namespace assay::indexer {

// Not thread-safe. Keeps the words in memory that it was asked for.
class KnownWords {
 public:
  // The database must outlive it.
  explicit KnownWords(Xapian::WritableDatabase& database);

  // A new word gets the next id.
  schema::WordId id_of(const std::string& word);

  // To be called before a commit: writes of each new word the id, the conflation class, and the spelling.
  void write_new();

 private:
  Xapian::WritableDatabase& database_;
  const schema::Stemmer stemmer_;
  schema::WordId given_, written_;  // so many ids
  std::unordered_map<std::string, schema::WordId> ids_;
  std::vector<const std::string*> new_;  // keys of ids_
};

}  // namespace assay::indexer
