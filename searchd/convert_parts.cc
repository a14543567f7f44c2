#include "searchd/convert_parts.h"

namespace assay::searchd {
std::vector<query::RequestFilter> filters(const WireFilters& wire) {
  std::vector<query::RequestFilter> filters;
  for (const v1::FacetFilter& filter : wire)
    filters.push_back({filter.facet(), {filter.values().begin(), filter.values().end()}});
  return filters;
}

void fill(engine::Snippet snippet, v1::Snippet& out) {
  out.set_text(std::move(snippet.text));
  out.set_cut_before(snippet.cut_before);
  out.set_cut_after(snippet.cut_after);
  out.set_offset(u32(snippet.offset));
  for (const engine::Mark& mark : snippet.marks) {
    v1::Mark& m = *out.add_marks();
    m.set_begin(u32(mark.begin));
    m.set_end(u32(mark.end));
  }
}

void fill(engine::FacetCount count, v1::FacetCount& out) {
  out.set_value(std::move(count.value));
  out.set_label(std::move(count.label));
  out.set_count(count.count);
  out.set_selected(count.selected);
  for (schema::FacetParent& parent : count.parents) {
    v1::FacetParent& p = *out.add_parents();
    p.set_facet(std::move(parent.facet));
    p.set_value(std::move(parent.value));
  }
}

void fill(engine::FacetValues values, v1::FacetValues& out) {
  out.set_facet(std::move(values.facet));
  assign(std::move(values.ids), *out.mutable_ids());
  assign(std::move(values.labels), *out.mutable_labels());
}

void fill(engine::FacetCounts counts, v1::FacetCounts& out) {
  out.set_facet(std::move(counts.facet));
  out.set_label(std::move(counts.label));
  add_all(std::move(counts.values), *out.mutable_values());
}

void fill(engine::Hit hit, v1::Hit& out) {
  out.set_id(std::move(hit.id));
  out.set_title(std::move(hit.title));
  out.set_date(std::move(hit.date));
  out.set_url(std::move(hit.url));
  out.set_publisher(std::move(hit.publisher));
  out.set_score(hit.score);
  out.set_rating_status(std::move(hit.rating_status));
  out.set_overall_score(static_cast<std::uint32_t>(hit.overall_score));
  out.set_group(std::move(hit.group));
  out.set_copies(u32(hit.copies));
  add_all(std::move(hit.facets), *out.mutable_facets());
  add_all(std::move(hit.snippets), *out.mutable_snippets());
}

void fill(const query::Note& note, v1::Note& out) {
  out.set_text(note.text);
  out.set_offset(u32(note.span.begin));
  out.set_length(u32(note.span.end - note.span.begin));
}

}  // namespace assay::searchd
