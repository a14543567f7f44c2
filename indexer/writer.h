// Writes articles into an index directory. One writer at a time, by the directory's lock.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_set>

#include "indexer/extract/extract.h"
#include "indexer/read/article.h"
#include "indexer/schema/stored_article.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::indexer {

enum class Outcome { kAdded, kUpdated, kUnchanged };

// What became of one article; `stored` is set unless it was unchanged.
struct Put {
  Outcome outcome = Outcome::kUnchanged;
  schema::StoredArticle stored;
  bool is_copy = false;  // of an article that was there before
};

// Not thread-safe. What was put is on disk, and seen by readers, after commit; without one it is lost.
class IndexWriter {
 public:
  // Opens the index of `directory`, or makes one. Throws schema::DirectoryError when another process writes
  // it, schema::FormatError when it is of another format. The taxonomy must outlive the writer.
  IndexWriter(const std::filesystem::path& directory, const taxonomy::Taxonomy& taxonomy);
  ~IndexWriter();

  // An article whose id is known and whose content, taxonomy and rules are as before changes nothing.
  // One that changed is deleted and added under a new document id: document ids only grow.
  // Throws std::invalid_argument for an article whose stated facets the taxonomy does not know.
  Put put(const read::Article& article);

  void commit();

  std::size_t articles() const;  // in the index, this run's included

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::indexer
