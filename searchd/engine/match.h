// Runs a query over every match: exact total, the requested page, and the values of slots counted.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "searchd/engine/engine.h"
#include "searchd/stop.h"

namespace assay::engine {

// Slot -> distinct value of it -> matches that have that value.
using SlotCounts = std::map<Xapian::valueno, std::map<std::string, std::uint64_t>>;

struct MatchResult {
  Xapian::MSet page;
  std::uint64_t total = 0;
  SlotCounts counts;
};

// Throws Failure when it is time to stop, Xapian::Error.
MatchResult match(const Xapian::Database& database, const Xapian::Query& query, Sort sort,
                  std::uint32_t offset, std::uint32_t limit, const std::vector<Xapian::valueno>& slots,
                  const Stop& stop);

}  // namespace assay::engine
