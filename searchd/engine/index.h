// Readers of an index directory, leased one per request: no Xapian object is ever used by two threads.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "indexer/schema/schema.h"
#include "searchd/engine/copy_groups.h"
#include "searchd/query/synonyms.h"

namespace assay::engine {

// One open database and what the index says of itself. Used by one thread at a time.
struct Reader {
  Xapian::Database database;
  std::string generation;   // name of the database's folder
  std::string uuid;         // of the database when it was opened: another one may take its place
  std::string description;  // the metadata that `schema` was read from
  std::shared_ptr<const schema::Schema> schema;
  std::shared_ptr<const query::SynonymTable> synonyms;  // of the schema

  // Grows with each commit and each generation.
  std::uint64_t revision() const;
  // Of this revision: read when they are first asked for.
  const CopyGroups& copy_groups(const Stop& stop) const;

 private:
  mutable std::optional<CopyGroups> groups_;
  mutable std::string groups_uuid_;
  mutable std::uint64_t groups_revision_ = 0;
};

// Thread-safe.
class Index {
 public:
  explicit Index(std::filesystem::path directory) : directory_(std::move(directory)) {}

  // A reader of the last commit. It goes back to the index when the lease ends.
  // Throws schema::DirectoryError, schema::FormatError, Xapian::Error.
  class Lease {
   public:
    Lease(Index& index, std::unique_ptr<Reader> reader) : index_(&index), reader_(std::move(reader)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();
    Reader* operator->() const { return reader_.get(); }
    Reader& operator*() const { return *reader_; }
    // Catches up with the last commit; true when there was one.
    bool catch_up();

   private:
    Index* index_;
    std::unique_ptr<Reader> reader_;
  };
  Lease lease();

 private:
  void open(Reader& reader) const;
  void refresh(Reader& reader) const;

  const std::filesystem::path directory_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace assay::engine
