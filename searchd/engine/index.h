// Readers of an index directory, leased one per request: no Xapian object is ever used by two threads.
#pragma once

#include <xapian.h>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/schema/schema.h"
#include "searchd/engine/copy_groups.h"
#include "searchd/engine/matcher_options.h"
#include "searchd/engine/result.h"
#include "searchd/query/synonyms.h"
#include "searchd/snapshot/snapshot.h"
#include "searchd/stop.h"

namespace assay::engine {

// Which version of a file this is: one that replaces it has another.
struct FileVersion {
  std::uint64_t device = 0, inode = 0;
  std::int64_t size = 0, seconds = 0, nanoseconds = 0;
  bool operator==(const FileVersion&) const = default;
};

// One open database and what the index says of itself. Used by one thread at a time.
struct Reader {
  Xapian::Database database;
  FileVersion stub;                  // the file that names the generation, as it was before that was opened
  std::filesystem::path generation;  // the database's folder
  FileVersion version;               // of the file that each commit replaces
  std::string uuid;                  // of the database when it was opened: another one may take its place
  std::shared_ptr<const schema::Schema> schema;
  std::shared_ptr<const query::SynonymTable> synonyms;  // of the schema
  std::shared_ptr<const snapshot::Snapshot> snapshot;   // of this revision; null: Xapian's matcher matches

  // Grows with each commit and each generation. 0: it was never opened.
  std::uint64_t revision() const;
  // Whether there is a later commit, or the index is gone.
  bool is_overtaken() const;
  // Of this revision: read when they are first asked for.
  const CopyGroups& copy_groups(const Stop& stop) const;

 private:
  mutable std::optional<CopyGroups> groups_;
  mutable std::string groups_uuid_;
  mutable std::uint64_t groups_revision_ = 0;
};

// Thread-safe. When the index is deleted or damaged, readers that were at the last good commit go on serving
// it: an open database needs its files' names no more.
class Index {
 public:
  // Looks at the index only when it is asked for a lease.
  explicit Index(std::filesystem::path directory, MatcherOptions options = {})
      : directory_(std::move(directory)), options_(options) {}

  // A reader of the last commit. It goes back to the index when the lease ends.
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
    // Opens the same commit anew: its files may have been put right since. False: they cannot be opened.
    bool open_anew();

   private:
    Index* index_;
    std::unique_ptr<Reader> reader_;
  };
  // Waits, where the index cannot be opened any more, for one of the readers that can serve.
  // Throws schema::DirectoryError, schema::FormatError, Xapian::Error; Failure when it is time to stop.
  Lease lease(const Stop& stop);

  // Brings the readers that nobody uses to the last commit, so that they can serve should the index go.
  void keep_up();

  // As it was found when somebody looked last.
  Health health() const;

 private:
  void open(Reader& reader) const;
  void refresh(Reader& reader);
  void describe(Reader& reader) const;
  std::shared_ptr<const snapshot::Snapshot> snapshot_of(const Reader& reader) const;
  std::optional<Lease> lease_now();  // nothing: what was leased cannot serve
  bool is_good(const Reader& reader) const;
  enum class Idle { kShortest, kLongest };
  std::unique_ptr<Reader> take_idle(Idle which);
  std::unique_ptr<Reader> await_good(const Stop& stop);
  void remember(const Reader& reader);
  void degrade(const std::string& reason);

  const std::filesystem::path directory_;
  const MatcherOptions options_;
  // What the readers share: the latest of each.
  mutable std::mutex schema_mutex_;  // guards the three below
  mutable std::string description_;  // the metadata that schema_ was read from
  mutable std::shared_ptr<const schema::Schema> schema_;
  mutable std::shared_ptr<const query::SynonymTable> synonyms_;
  mutable std::mutex snapshot_mutex_;  // guards the two below
  mutable std::string snapshot_uuid_;
  mutable std::shared_ptr<const snapshot::Snapshot> snapshot_;
  mutable std::mutex mutex_;  // guards all below
  std::condition_variable returned_;
  std::deque<std::unique_ptr<Reader>> idle_;  // the longest idle first
  std::size_t leased_ = 0;
  std::pair<std::string, std::uint64_t> good_;  // uuid and revision of the last good commit
  Health health_;
};

}  // namespace assay::engine
