#include "searchd/engine/facet_counts.h"

#include <algorithm>

#include "searchd/query/values.h"

namespace assay::engine {
namespace {

// A facet of so few values shows them all, those without matches too.
constexpr std::size_t kFewValues = 32;

}  // namespace

FacetCounts facet_counts(const schema::Facet& facet, const OrdinalCounts& matches,
                         const std::set<schema::Ordinal>& selected, std::string_view prefix) {
  OrdinalCounts counts = matches;
  counts.resize(facet.values().size());

  FacetCounts result{facet.name, facet.label, {}};
  const bool show_all = facet.values().size() <= kFewValues;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const bool chosen = selected.contains(static_cast<schema::Ordinal>(i));
    if (counts[i] == 0 && !chosen && !show_all) continue;
    const schema::FacetValue& value = facet.values()[i];
    if (query::has_name_with(value, prefix))
      result.values.push_back({value.id, value.label, counts[i], chosen, value.parents});
  }
  if (!facet.ordered)
    std::stable_sort(result.values.begin(), result.values.end(),
                     [](const FacetCount& a, const FacetCount& b) {
                       return a.count != b.count ? a.count > b.count : a.label < b.label;
                     });
  return result;
}

}  // namespace assay::engine
