#include "searchd/convert_parts.h"

namespace assay::searchd {
namespace {

void fill(const engine::Snippet& snippet, v1::Snippet& out) {
  out.set_text(snippet.text);
  out.set_cut_before(snippet.cut_before);
  out.set_cut_after(snippet.cut_after);
  out.set_offset(u32(snippet.offset));
  for (const engine::Mark& mark : snippet.marks) {
    v1::Mark& m = *out.add_marks();
    m.set_begin(u32(mark.begin));
    m.set_end(u32(mark.end));
  }
}

}  // namespace

std::vector<query::RequestFilter> filters(const WireFilters& wire) {
  std::vector<query::RequestFilter> filters;
  for (const v1::FacetFilter& filter : wire)
    filters.push_back({filter.facet(), {filter.values().begin(), filter.values().end()}});
  return filters;
}

void fill(const engine::FacetValues& values, v1::FacetValues& out) {
  out.set_facet(values.facet);
  out.mutable_ids()->Assign(values.ids.begin(), values.ids.end());
  out.mutable_labels()->Assign(values.labels.begin(), values.labels.end());
}

void fill(const engine::FacetCounts& counts, v1::FacetCounts& out) {
  out.set_facet(counts.facet);
  out.set_label(counts.label);
  for (const engine::FacetCount& value : counts.values) {
    v1::FacetCount& v = *out.add_values();
    v.set_value(value.value);
    v.set_label(value.label);
    v.set_count(value.count);
    v.set_selected(value.selected);
    for (const schema::FacetParent& parent : value.parents) {
      v1::FacetParent& p = *v.add_parents();
      p.set_facet(parent.facet);
      p.set_value(parent.value);
    }
  }
}

void fill(const engine::Hit& hit, v1::Hit& out) {
  out.set_id(hit.id);
  out.set_title(hit.title);
  out.set_date(hit.date);
  out.set_url(hit.url);
  out.set_publisher(hit.publisher);
  out.set_score(hit.score);
  out.set_rating_status(hit.rating_status);
  out.set_overall_score(static_cast<std::uint32_t>(hit.overall_score));
  out.set_group(hit.group);
  out.set_copies(u32(hit.copies));
  add_all(hit.facets, *out.mutable_facets());
  for (const engine::Snippet& snippet : hit.snippets) fill(snippet, *out.add_snippets());
}

void fill(const query::Note& note, v1::Note& out) {
  out.set_text(note.text);
  out.set_offset(u32(note.span.begin));
  out.set_length(u32(note.span.end - note.span.begin));
}

}  // namespace assay::searchd
