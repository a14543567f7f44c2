#include "searchd/engine/matches.h"

#include "indexer/schema/fields.h"
#include "searchd/snapshot/ids.h"

namespace assay::engine {
std::span<const Xapian::docid> Matches::documents() const {
  if (documents_.empty() && size_ > 0) documents_ = snapshot::ids_of(*set_);
  return documents_;
}

// Where most documents match, those that do not are fewer to look at.
std::vector<std::uint32_t> Matches::code_counts(Xapian::valueno slot) const {
  const snapshot::Column& column = snapshot_.column(slot);
  if (size_ <= snapshot_.size() / 2) {
    std::vector<std::uint32_t> counts(column.size());
    for (const Xapian::docid document : documents()) ++counts[column.code(document)];
    return counts;
  }
  const std::span<const std::uint32_t> all = snapshot_.code_counts(slot);
  std::vector<std::uint32_t> counts(all.begin(), all.end());
  if (size_ < snapshot_.size())
    for (const Xapian::docid document : snapshot::ids_of(snapshot_.documents() - *set_))
      --counts[column.code(document)];
  return counts;
}

// By the sets that occur, or match by match where there are fewer matches than sets.
OrdinalCounts Matches::ordinal_counts(Xapian::valueno slot) const {
  const snapshot::Column& column = snapshot_.column(slot);
  OrdinalCounts counts(column.ordinal_limit());
  if (size_ < column.size()) {
    for (const Xapian::docid document : documents())
      for (const schema::Ordinal ordinal : column.ordinals(column.code(document))) ++counts[ordinal];
    return counts;
  }
  const std::vector<std::uint32_t> of_codes = code_counts(slot);
  for (snapshot::Column::Code code = 0; code < of_codes.size(); ++code)
    for (const schema::Ordinal ordinal : column.ordinals(code)) counts[ordinal] += of_codes[code];
  return counts;
}

void Matches::count(Xapian::valueno slot, MatchResult& result) const {
  if (slot >= schema::kFirstFacetSlot) {
    result.facets[slot] = ordinal_counts(slot);
    return;
  }
  const snapshot::Column& column = snapshot_.column(slot);
  const std::vector<std::uint32_t> of_codes = code_counts(slot);
  for (snapshot::Column::Code code = 1; code < of_codes.size(); ++code)
    if (of_codes[code] > 0) result.values[slot][column.value(code)] = of_codes[code];
}

}  // namespace assay::engine
