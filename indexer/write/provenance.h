// Which file gave which article, as the index keeps it.
#pragma once

#include <xapian.h>

#include <functional>
#include <map>
#include <optional>
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

// Reads the list of files once, when it is first asked, and keeps it: whoever changes a file's entry in the
// database says so by noted() and forgotten(). Not thread-safe; the database outlives it.
class Provenance {
 public:
  Provenance(const Xapian::Database& database, std::string reading);

  enum class Reading {
    kNever,
    kOfOtherBytes,  // the file held something else, or it cannot be told what it holds
    kByOtherRules,  // these bytes, but another taxonomy or other rules
    kAsNow,
  };
  // How the file was read last.
  Reading last_reading(const FileContent& file) const;
  // Calls take(path) for each file that is known at an absolute path or below it, in the order of their
  // paths.
  void each_below(const std::string& place, const std::function<void(const std::string& path)>& take) const;

  void noted(const FileContent& file);      // the database has record_of(file) now
  void forgotten(const std::string& path);  // and has nothing of this one

  std::vector<Xapian::docid> documents_of(const std::string& path) const;
  std::size_t articles_of(const std::string& path) const;
  // Whether another file gives one of its articles as well.
  bool shares_articles(const std::string& path) const;

  // The terms of the files that give this document.
  std::set<std::string> terms_of(Xapian::docid document) const;
  // The file that a term stands for; empty: none that is known.
  std::string file_of(const std::string& term) const;

  // What the index is to keep of a file that was read.
  schema::SourceFile record_of(const FileContent& file) const { return {file.path, file.hash, reading_}; }

 private:
  struct Known {
    std::string content;
    bool is_read_as_now = false;
  };
  using Files = std::map<std::string, Known, std::less<>>;  // by path
  Files& files() const;

  const Xapian::Database& database_;
  const std::string reading_;
  mutable std::optional<Files> files_;
};

}  // namespace assay::indexer
