// One revision of an index, and what may be kept from it for others. Document ids only grow and a document
// never changes, so what was read at a revision is extended at a later one. It may hold documents then that
// are gone, which whoever asks leaves out. An earlier revision may have documents that it lacks, and reads
// for itself.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <span>

namespace assay::snapshot {

struct Revision {
  const Xapian::Database& database;  // open at it
  std::uint64_t number = 0;          // grows with each
  Xapian::docid last = 0;
  std::span<const double> length_norms = {};  // by document id
  // Called now and then while much is read; throws where it is time to stop.
  std::function<void()> check = [] {};
};

// Whether to read anew instead of extending: of `kept` documents only `living` are still there. Each is then
// left out for the price of reading about as many.
inline bool is_mostly_gone(std::uint64_t kept, std::uint64_t living) { return 2 * living < kept; }

}  // namespace assay::snapshot
