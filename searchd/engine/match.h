// Runs a query over every match: exact total, the requested page, and the values of slots counted.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "searchd/engine/copy_groups.h"
#include "searchd/engine/sort_order.h"
#include "searchd/stop.h"

namespace assay::engine {

// Slot -> distinct value of it -> matches that have that value.
using SlotCounts = std::map<Xapian::valueno, std::map<std::string, std::uint64_t>>;

struct MatchOptions {
  const SortOrder* order = nullptr;  // of the page; null: by document id
  std::uint32_t offset = 0, limit = 0;
  std::vector<Xapian::valueno> slots;  // to count
  const CopyGroups* fold = nullptr;    // set: a group of copies counts and is found once
  Xapian::MatchSpy* spy = nullptr;     // sees every match besides
  Xapian::docid first = 1;             // documents before it do not match
};

struct Found {
  Xapian::docid document = 0;
  double weight = 0;
};

struct MatchResult {
  std::vector<Found> page;
  std::uint64_t total = 0;
  // Folded, a group counts for every value of a facet that one of its matches has, and in other slots for
  // the least of their values: the first day.
  SlotCounts counts;
};

// Throws Failure when it is time to stop, Xapian::Error.
MatchResult match(const Xapian::Database& database, const Xapian::Query& query, const MatchOptions& options,
                  const Stop& stop);

}  // namespace assay::engine
