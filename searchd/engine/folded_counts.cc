#include "searchd/engine/folded_counts.h"

#include <algorithm>

namespace assay::engine {

void add_ordinals(std::span<const schema::Ordinal> ordinals, std::uint64_t matches, OrdinalCounts& counts) {
  for (const schema::Ordinal ordinal : ordinals) {
    if (counts.size() <= ordinal) counts.resize(std::size_t{ordinal} + 1);
    counts[ordinal] += matches;
  }
}

void FoldedCounts::see(Xapian::docid document, const ValueOf& value_of) {
  const auto group = groups_.of(document);
  if (group && !seen_.insert(*group).second) ++repeated_;
  for (const Xapian::valueno slot : slots_) {
    const std::string& value = value_of(slot);
    if (value.empty()) continue;
    if (!group)
      ++counts_[slot][value];
    else if (slot < schema::kFirstFacetSlot)
      keep_least(*group, slot, value);
    else  // each value of the set by itself: copies may have different sets
      for (const schema::Ordinal ordinal : schema::ordinals(value)) values_.emplace(*group, slot, ordinal);
  }
}

void FoldedCounts::keep_least(std::uint32_t group, Xapian::valueno slot, const std::string& value) {
  const auto [known, is_new] = least_.try_emplace({group, slot}, value);
  if (!is_new) known->second = std::min(known->second, value);
}

void FoldedCounts::add_to(MatchResult& result) const {
  for (const auto& [slot, counts] : counts_)
    for (const auto& [value, matches] : counts) {
      if (slot < schema::kFirstFacetSlot)
        result.values[slot][value] += matches;
      else
        add_ordinals(schema::ordinals(value), matches, result.facets[slot]);
    }
  for (const auto& [at, value] : least_) ++result.values[at.second][value];
  for (const auto& [group, slot, ordinal] : values_)
    add_ordinals(std::span(&ordinal, 1), 1, result.facets[slot]);
}

}  // namespace assay::engine
