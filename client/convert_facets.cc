#include "client/convert.h"
#include "client/utf8.h"

namespace assay::client {

v1::FacetFilter to_wire(const FacetFilter& filter) {
  v1::FacetFilter to;
  to.set_facet(require_utf8(filter.facet, "the name of a facet"));
  for (const std::string& value : filter.values)
    to.add_values(require_utf8(value, "a value of " + filter.facet));
  return to;
}

// Every id has a label, if an empty one.
FacetValues from_wire(const v1::FacetValues& values) {
  FacetValues to{values.facet(), strings(values.ids()), strings(values.labels())};
  to.labels.resize(to.ids.size());
  return to;
}

FacetCounts from_wire(const v1::FacetCounts& counts) {
  FacetCounts to{counts.facet(), counts.label(), {}};
  for (const v1::FacetCount& value : counts.values()) {
    to.values.push_back({value.value(), value.label(), value.count(), value.selected()});
    for (const v1::FacetParent& parent : value.parents())
      to.values.back().parents.push_back({parent.facet(), parent.value()});
  }
  return to;
}

DateHistogram from_wire(const v1::DateHistogram& histogram) {
  DateHistogram to{histogram.interval(), {}, histogram.undated()};
  for (const v1::DateCount& bucket : histogram.buckets())
    to.buckets.push_back({bucket.start(), bucket.label(), bucket.count()});
  return to;
}

ScoreBand from_wire(const v1::ScoreBand& band) {
  return {band.first(), band.last(), band.value(), band.label(), band.count()};
}

}  // namespace assay::client
