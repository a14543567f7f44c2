// Writes articles into an index directory. One writer at a time, by the directory's lock.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "indexer/read/article.h"
#include "indexer/schema/stored_article.h"
#include "indexer/taxonomy/taxonomy.h"
#include "indexer/write/known_articles.h"
#include "indexer/write/preparer.h"
#include "indexer/write/provenance.h"

namespace assay::indexer {

enum class Outcome { kAdded, kUpdated, kUnchanged };

// What became of one article; `stored` is set unless it was unchanged.
struct Put {
  Outcome outcome = Outcome::kUnchanged;
  schema::StoredArticle stored;
  bool is_copy = false;  // of an article that was there before
};

// What went with a file.
struct Removed {
  std::size_t articles = 0;
  // Files that give some of these articles as well, and are to be read again for them.
  std::vector<std::string> read_again;
};

// Not thread-safe. What was put is on disk, and seen by readers, after commit; without one it is lost.
class IndexWriter {
 public:
  // Opens the index of `directory`, or makes one. Throws schema::DirectoryError when another process writes
  // it, schema::FormatError when it is of another format. The taxonomy must outlive the writer.
  // `fresh`: into a new generation beside the live one, which stays as it is until publish().
  IndexWriter(const std::filesystem::path& directory, const taxonomy::Taxonomy& taxonomy, bool fresh = false);
  ~IndexWriter();

  // An article whose id is known and whose content, taxonomy and rules are as before changes nothing.
  // One that changed is deleted and added under a new document id: document ids only grow.
  // An article from an export (article.extracted) is taken as it stands.
  // Throws std::invalid_argument for an article whose stated facets the taxonomy does not know, and
  // std::length_error when it brings a value to a facet that has too many.
  // `file`: the absolute path of the file that it came from; empty: none that could be read again.
  Put put(read::Article article, const std::string& file = {});
  // The same for a draft of preparer(), which is prepared here unless it is already and where that is needed.
  Put put(Draft draft);

  // For threads that prepare drafts; it lives as long as the writer.
  const Preparer& preparer() const;
  // What was committed, for one such thread. Thread-safe.
  KnownArticles known() const;

  // To be called when all articles of a file are put: those that it gave before and gives no longer are
  // deleted.
  Removed settle(const FileContent& file, const std::set<std::string>& given_ids);
  // Instead, where not all of the file could be read: its articles stay, and it counts as one
  // whose bytes are others.
  void note_partly_read(const std::string& file);
  // The file is no more.
  Removed forget(const std::string& file);
  const Provenance& files() const;

  // Deletes the article; its copies stay a group as far as they are copies of one another. False: the index
  // has no such article.
  bool remove(const std::string& id);

  void commit();

  // After the last commit of a fresh index: makes it the live one. Readers of the old one keep what they have
  // open.
  void publish();

  std::size_t articles() const;  // in the index, this run's included

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::indexer
