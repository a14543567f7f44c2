// Counts matches of which groups of copies count once.
#pragma once

#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/schema/terms.h"
#include "searchd/engine/matching.h"

namespace assay::engine {

class FoldedCounts {
 public:
  // Both must outlive it.
  FoldedCounts(const CopyGroups& groups, const std::vector<Xapian::valueno>& slots)
      : groups_(groups), slots_(slots) {}

  void see(Xapian::docid document, const ValueOf& value_of);
  // Matches that are not the first of their group.
  std::uint64_t repeated() const { return repeated_; }
  // Adds to what is counted there.
  void add_to(MatchResult& result) const;

 private:
  void keep_least(std::uint32_t group, Xapian::valueno slot, const std::string& value);

  const CopyGroups& groups_;
  const std::vector<Xapian::valueno>& slots_;
  std::map<Xapian::valueno, ValueCounts> counts_;  // of documents without copies
  std::unordered_set<std::uint32_t> seen_;
  std::set<std::tuple<std::uint32_t, Xapian::valueno, schema::Ordinal>> values_;
  std::map<std::pair<std::uint32_t, Xapian::valueno>, std::string> least_;
  std::uint64_t repeated_ = 0;
};

// Adds to the matches of each of the values.
void add_ordinals(std::span<const schema::Ordinal> ordinals, std::uint64_t matches, OrdinalCounts& counts);

}  // namespace assay::engine
