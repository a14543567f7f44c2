// Which file gave which article, as the index keeps it.
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <vector>

#include "indexer/schema/source_files.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::indexer {

// A file that articles come from.
struct FileContent {
  std::string path;  // absolute
  std::string hash;  // of what it holds
};

// What reads files now: taxonomy and rules.
std::string reading_of(const taxonomy::Taxonomy& taxonomy);

// Not thread-safe; the database outlives it.
class Provenance {
 public:
  Provenance(const Xapian::Database& database, std::string reading);

  // Whether the file was read before, with these bytes, this taxonomy and these rules.
  bool has_read(const FileContent& file) const;
  // Whether it was, but with another taxonomy or other rules.
  bool has_read_otherwise(const FileContent& file) const;
  bool knows(const std::string& path) const;  // whether it was read before, whatever it held
  // What is known below an absolute folder.
  std::vector<std::string> files_below(const std::string& folder) const;

  std::vector<Xapian::docid> documents_of(const std::string& path) const;
  std::size_t articles_of(const std::string& path) const;

  // The terms of the files that give this document.
  std::set<std::string> terms_of(Xapian::docid document) const;
  // The file that a term stands for; empty: none that is known.
  std::string file_of(const std::string& term) const;

  // What the index is to keep of a file that was read.
  schema::SourceFile record_of(const FileContent& file) const { return {file.path, file.hash, reading_}; }

 private:
  const Xapian::Database& database_;
  const std::string reading_;
};

}  // namespace assay::indexer
