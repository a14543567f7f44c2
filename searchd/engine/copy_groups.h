// Which documents are copies of one another.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "searchd/stop.h"

namespace assay::engine {

// Of one revision of an index; immutable.
class CopyGroups {
 public:
  // Throws Failure when it is time to stop.
  CopyGroups(const Xapian::Database& database, const Stop& stop);

  // The number of the document's group; nothing for one without copies.
  std::optional<std::uint32_t> of(Xapian::docid document) const;

 private:
  std::unordered_map<Xapian::docid, std::uint32_t> groups_;
};

}  // namespace assay::engine
