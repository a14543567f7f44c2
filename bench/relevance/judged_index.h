// A collection indexed as the indexer would: the analyzer's words, title words in both fields, positions.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "bench/relevance/collection.h"
#include "indexer/schema/analyzer.h"
#include "indexer/schema/fields.h"

namespace assay::bench {

// Lives in a temporary folder, removed with it. Not thread-safe.
class JudgedIndex {
 public:
  // `stems`: the terms are stems, not words. Throws Xapian::Error, std::runtime_error.
  JudgedIndex(const Collection& collection, bool stems);
  ~JudgedIndex();
  JudgedIndex(const JudgedIndex&) = delete;
  JudgedIndex& operator=(const JudgedIndex&) = delete;

  const Xapian::Database& database() const { return database_; }
  const std::string& document_id(Xapian::docid document) const { return ids_[document - 1]; }
  std::string stem(const std::string& word) const { return stemmer_.stem(word); }

  // What of the index has this stem: its words, or, if stems are indexed, the stem itself.
  const std::vector<std::string>& forms(const std::string& stem) const;

  // The stem of a term of the text; empty for terms of other fields.
  std::string stem_of_term(const std::string& term) const;

  // How many documents have the stem, at most (a document with two of its words counts twice), and how
  // often they have it.
  struct Frequency {
    double documents = 0, occurrences = 0;
  };
  Frequency frequency(const std::string& stem) const;

 private:
  void add(Xapian::WritableDatabase& database, const JudgedDocument& document);
  Xapian::termpos post(Xapian::Document& document, const std::string& text, Xapian::termpos at, bool title);

  const bool stems_;
  schema::Stemmer stemmer_;
  std::filesystem::path folder_;
  Xapian::Database database_;
  std::vector<std::string> ids_;
  std::map<std::string, std::vector<std::string>> forms_;
};

}  // namespace assay::bench
