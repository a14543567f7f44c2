// The words of an index that a query's word stands for, looked up in its B-trees; the least recently used make
// room for others.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searchd/snapshot/recently_used.h"

namespace assay::snapshot {

// Thread-safe. Each commit may bring words or take them, so forms are those of one revision.
class FormCache {
 public:
  using Forms = std::vector<std::string>;

  explicit FormCache(std::size_t most_bytes) : entries_(most_bytes) {}

  // What `read` gives, unless that is known of the revision. The key says what is looked up, and how.
  Forms forms(const std::string& key, std::uint64_t revision, const std::function<Forms()>& read);

 private:
  struct Entry {
    std::shared_ptr<const Forms> forms;
    std::uint64_t revision = 0;
  };
  RecentlyUsed<std::string, Entry> entries_;
};

}  // namespace assay::snapshot
