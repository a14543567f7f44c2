// Runs a plan over every match: exact total, the requested page, and the values counted. Two engines do so
// and give the same: Xapian's own matcher (stock_matching), which is the measure of what is right, and sets
// of documents in memory (snapshot_matching), which is quick.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "searchd/engine/copy_groups.h"
#include "searchd/engine/lifts.h"
#include "searchd/engine/sort_order.h"
#include "searchd/query/plan.h"
#include "searchd/stop.h"

namespace assay::engine {

struct Reader;

// Slot value -> number of matches that have it.
using ValueCounts = std::map<std::string, std::uint64_t>;
// By a facet's ordinals: the matches that have each. May end before the last ordinal.
using OrdinalCounts = std::vector<std::uint64_t>;

// A match and a way to its slots' values.
using ValueOf = std::function<const std::string&(Xapian::valueno slot)>;
using Observer = std::function<void(Xapian::docid document, const ValueOf& value_of)>;

struct MatchOptions {
  const SortOrder* order = nullptr;  // of the page; null: by document id
  std::uint32_t offset = 0, limit = 0;
  std::vector<Xapian::valueno> slots;  // to count
  const CopyGroups* fold = nullptr;    // set: a group of copies counts and is found once
  std::string left_out;                // a facet whose filter does not count; empty: all do
  bool is_one_of_several = false;      // the same plan is matched with other filters left out, too
  const Lifts* lifts = nullptr;        // of the order by relevance
  Observer observer;                   // sees every match besides
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
  std::map<Xapian::valueno, OrdinalCounts> facets;
  std::map<Xapian::valueno, ValueCounts> values;
};

// One plan in one reader. Used by one thread.
class Matching {
 public:
  virtual ~Matching() = default;
  // Throws Failure when it is time to stop, Xapian::Error.
  virtual MatchResult match(const MatchOptions& options) = 0;
};

// By the engine that the reader has. Reader, root and stop must outlive it.
std::unique_ptr<Matching> matching(const Reader& reader, const query::PlanNode& root,
                                   const std::vector<query::Filter>& filters, const Stop& stop);

}  // namespace assay::engine
