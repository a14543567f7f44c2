// The hits of recent requests, in order, so that pages stay those of one list while commits arrive.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "searchd/engine/matching.h"
#include "searchd/query/plan.h"

namespace assay::engine {

struct ResultList {
  std::string generation, uuid;  // of the database that the documents are of
  std::vector<query::Highlight> highlights;
  std::uint32_t snippets = 1;
  bool hit_facets = true;
  bool counts_groups = false;
  std::uint64_t total = 0;
  std::string canonical_query;
  std::vector<Found> found;
};

// Keeps the latest lists up to a budget of memory. Thread-safe.
class ResultLists {
 public:
  static constexpr std::size_t kMaxLists = 256;
  static constexpr std::size_t kMaxHits = 4'000'000;  // of all lists together; the latest is always kept

  // The cursor of the list's hit number `position`.
  std::string keep(std::shared_ptr<const ResultList> list, std::size_t position);

  struct Place {
    std::shared_ptr<const ResultList> list;
    std::size_t position = 0;
    std::string token;
  };
  // Throws Failure (kInvalid): no cursor, or one of a list that is no longer kept.
  Place find(const std::string& cursor);

  std::size_t size() const;

  static std::string cursor(const std::string& token, std::size_t position);

 private:
  struct Kept {
    std::string token;
    std::shared_ptr<const ResultList> list;
  };
  mutable std::mutex mutex_;
  std::list<Kept> lists_;  // the latest used first
};

}  // namespace assay::engine
