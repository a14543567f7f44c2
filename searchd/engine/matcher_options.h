// What carries queries out.
#pragma once

#include <cstddef>

namespace assay::engine {

struct MatcherOptions {
  bool in_memory = true;  // by snapshots of the index; else by Xapian's own matcher
  // Of decoded postings and words, beside the columns that a snapshot always has.
  std::size_t cache_bytes = std::size_t{1} << 30;
};

}  // namespace assay::engine
