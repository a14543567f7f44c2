// Alerts on disk, in one SQLite database: their queries, and the articles that each has told or still keeps.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace assay::alerts {

// The store cannot be opened, read or written. The message says which and why.
class StoreError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct StoredAlert {
  std::string name;
  std::string request;  // bytes that only the caller understands, as are those of a hit
  std::string canonical_query;
  std::string mark;           // of the engine's news: what was looked at
  std::int64_t added_at = 0;  // seconds since 1970
  std::uint64_t waiting = 0, total = 0;
};

struct StoredHit {
  std::uint64_t number = 0;
  std::string hit;
};

// A new match: the key of its article and the hit.
using NewMatch = std::pair<std::string, std::string>;

// Thread-safe: one call at a time. Every call is durable when it returns, or throws StoreError and has
// changed nothing.
class AlertStore {
 public:
  // Makes the database when there is none. The folder must exist.
  explicit AlertStore(const std::filesystem::path& folder);
  ~AlertStore();

  // The articles with the keys `known` count as told. False: there is an alert of that name.
  bool add(const StoredAlert& alert, const std::vector<std::string>& known);
  bool remove(const std::string& name);
  std::optional<StoredAlert> find(const std::string& name) const;
  std::vector<StoredAlert> list() const;  // by name

  // Moves the mark, and keeps the matches whose article the alert has not told before. False, and nothing is
  // done, when that alert is gone or its mark is another by now.
  bool record(const StoredAlert& alert, const std::string& mark, const std::vector<NewMatch>& matches);

  // Those that were not acknowledged and have a higher number than `after`, the oldest first.
  std::vector<StoredHit> waiting(const std::string& name, std::uint64_t after, std::uint32_t limit) const;
  void acknowledge(const std::string& name, std::uint64_t up_to);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::alerts
