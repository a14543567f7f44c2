// A cache whose least recently used entries make room for others.
#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace assay::snapshot {

// Thread-safe. Values are cheap to copy.
template <typename Key, typename Value>
class RecentlyUsed {
 public:
  explicit RecentlyUsed(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  std::optional<Value> find(const Key& key) {
    const std::lock_guard lock(mutex_);
    const auto known = entries_.find(key);
    if (known == entries_.end()) return std::nullopt;
    uses_.splice(uses_.begin(), uses_, known->second.use);
    return known->second.value;
  }

  // Instead of what was kept for the key. What takes more than there is room for is not kept.
  void keep(const Key& key, Value value, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    const auto [at, is_new] = entries_.try_emplace(key);
    Entry& entry = at->second;
    if (is_new) entry.use = uses_.insert(uses_.begin(), &at->first);
    bytes_ += bytes;
    bytes_ -= entry.bytes;
    entry.bytes = bytes;
    entry.value = std::move(value);
    while (bytes_ > most_bytes_) forget_oldest();
  }

 private:
  struct Entry {
    Value value{};
    std::size_t bytes = 0;
    typename std::list<const Key*>::iterator use;
  };

  void forget_oldest() {
    const auto oldest = entries_.find(*uses_.back());
    bytes_ -= oldest->second.bytes;
    uses_.pop_back();
    entries_.erase(oldest);
  }

  const std::size_t most_bytes_;
  std::mutex mutex_;  // guards all below
  std::unordered_map<Key, Entry> entries_;
  std::list<const Key*> uses_;  // the latest first
  std::size_t bytes_ = 0;
};

}  // namespace assay::snapshot
