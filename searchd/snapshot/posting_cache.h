// Decoded postings of the terms that queries ask for, the least recently used of which make room for others.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "searchd/snapshot/posting.h"
#include "searchd/snapshot/recently_used.h"
#include "searchd/snapshot/revision.h"

namespace assay::snapshot {

// How many documents hold a term, and how often they do in all. Of several terms an estimate
// (merged_frequency).
struct Frequency {
  Xapian::doccount documents = 0;
  Xapian::termcount occurrences = 0;
};

struct Term {
  std::shared_ptr<const Posting> posting;
  Frequency frequency;
  std::shared_ptr<const BlockMaxima> maxima;  // null until weighed() was asked for
};

// Thread-safe. What was decoded at one revision is extended at the next.
class PostingCache {
 public:
  explicit PostingCache(std::size_t most_bytes) : entries_(most_bytes) {}

  // Throws Xapian::Error.
  Term term(const std::string& term, const Revision& revision);
  // Any of the terms (not empty), as one.
  Term any(const std::vector<std::string>& terms, const Revision& revision);
  // The same, with the block maxima.
  Term weighed(const std::vector<std::string>& terms, const Revision& revision);

 private:
  struct Entry {
    Term term;
    std::uint64_t since = 0;     // the first revision that the posting has all documents of
    Xapian::docid last = 0;      // how far it goes
    std::uint64_t revision = 0;  // of the frequency and the maxima
  };

  void keep(const std::string& key, const Entry& entry);

  RecentlyUsed<std::string, Entry> entries_;
};

}  // namespace assay::snapshot
