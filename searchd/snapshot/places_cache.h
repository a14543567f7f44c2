// The places of the words that phrases ask for.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "searchd/snapshot/posting_cache.h"
#include "searchd/snapshot/recently_used.h"
#include "searchd/snapshot/word_places.h"

namespace assay::snapshot {

// Thread-safe. What was read at one revision is extended at the next.
class PlacesCache {
 public:
  explicit PlacesCache(std::size_t most_bytes) : entries_(most_bytes) {}

  // Of the word of a term of the text, which `posting` is of. Null where the index never had it. Throws
  // Xapian::Error.
  std::shared_ptr<const WordPlaces> places(const std::string& term, const Posting& posting, WordStore& words,
                                           const Revision& revision);

 private:
  struct Entry {
    std::shared_ptr<const WordPlaces> places;
    std::uint64_t since = 0;  // the first revision that they have all documents of
    Xapian::docid last = 0;   // how far they go
  };

  RecentlyUsed<std::string, Entry> entries_;
};

}  // namespace assay::snapshot
