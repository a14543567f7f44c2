#include "searchd/engine/pivot.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "indexer/schema/terms.h"
#include "searchd/engine/facet_counts.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/matching.h"
#include "searchd/engine/selection.h"

namespace assay::engine {
namespace {

using schema::Facet;
using schema::Ordinal;

// A table is made whole before it is sent.
constexpr std::size_t kMaxCells = 1'000'000;

// Counts pairs of values, a group of copies once for each pair.
class Pairs {
 public:
  Pairs(const Facet& rows, const Facet& columns, const CopyGroups* fold)
      : rows_(rows), columns_(columns), fold_(fold) {}

  void see(Xapian::docid document, const ValueOf& value_of) {
    const auto group = fold_ != nullptr ? fold_->of(document) : std::nullopt;
    const std::vector<Ordinal> columns = schema::ordinals(value_of(columns_.slot));
    for (const Ordinal row : schema::ordinals(value_of(rows_.slot)))
      for (const Ordinal column : columns)
        if (!group || counted_.emplace(*group, row, column).second) ++counts_[{row, column}];
  }

  std::uint64_t count(const std::string& row, const std::string& column) const {
    const auto found = counts_.find({*rows_.ordinal(row), *columns_.ordinal(column)});
    return found == counts_.end() ? 0 : found->second;
  }

 private:
  const Facet &rows_, &columns_;
  const CopyGroups* const fold_;
  std::map<std::pair<Ordinal, Ordinal>, std::uint64_t> counts_;
  std::set<std::tuple<std::uint32_t, Ordinal, Ordinal>> counted_;
};

FacetCounts with_matches(const Facet& facet, const OrdinalCounts& matches) {
  FacetCounts counts = facet_counts(facet, matches, {});
  std::erase_if(counts.values, [](const FacetCount& value) { return value.count == 0; });
  return counts;
}

}  // namespace

PivotResult pivot(const Reader& reader, const PivotRequest& request, const Stop& stop) {
  const Facet& rows = facet_named(request.rows, *reader.schema);
  const Facet& columns = facet_named(request.columns, *reader.schema);
  const Selection selection(reader, request.search, stop);
  const CopyGroups* const fold = request.search.fold ? &reader.copy_groups(stop) : nullptr;
  Pairs pairs(rows, columns, fold);
  MatchOptions options;
  options.slots = {rows.slot};
  if (columns.slot != rows.slot) options.slots.push_back(columns.slot);
  options.fold = fold;
  options.observer = [&](Xapian::docid document, const ValueOf& value_of) { pairs.see(document, value_of); };
  MatchResult found = selection.match(options);
  PivotResult result;
  result.total = found.total;
  result.rows = with_matches(rows, found.facets[rows.slot]);
  result.columns = with_matches(columns, found.facets[columns.slot]);
  if (result.rows.values.size() * result.columns.values.size() > kMaxCells)
    throw Failure(FailureKind::kInvalid,
                  "the table has over 1,000,000 cells; narrow the query or choose smaller facets");
  for (const FacetCount& row : result.rows.values) {
    check(stop);
    std::vector<std::uint64_t>& cells = result.cells.emplace_back();
    for (const FacetCount& column : result.columns.values)
      cells.push_back(pairs.count(row.value, column.value));
  }
  result.canonical_query = selection.plan().canonical;
  result.notes = selection.plan().notes;
  result.counts_groups = request.search.fold;
  result.revision = reader.revision();
  return result;
}

}  // namespace assay::engine
