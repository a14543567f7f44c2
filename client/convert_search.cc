#include <unicode/utf8.h>

#include <algorithm>

#include "client/convert.h"
#include "client/utf8.h"

namespace assay::client {
namespace {

bool between_characters(const std::string& text, std::uint32_t at) {
  return at == text.size() || !U8_IS_TRAIL(static_cast<std::uint8_t>(text[at]));
}

// A daemon's mark that breaks the contract of Snippet is left out.
Snippet from_wire(const v1::Snippet& from) {
  Snippet to{from.text(), {}, from.cut_before(), from.cut_after(), from.offset()};
  std::uint32_t free_from = 0;
  for (const v1::Mark& mark : from.marks()) {
    if (mark.begin() < free_from || mark.begin() >= mark.end() || mark.end() > to.text.size()) continue;
    if (!between_characters(to.text, mark.begin()) || !between_characters(to.text, mark.end())) continue;
    to.marks.emplace_back(mark.begin(), mark.end());
    free_from = mark.end();
  }
  return to;
}

}  // namespace

v1::SearchRequest to_wire(const SearchRequest& request) {
  v1::SearchRequest to;
  to.set_query(require_utf8_query(request.query));
  for (const FacetFilter& filter : request.filters) *to.add_filters() = to_wire(filter);
  to.set_since(require_utf8(request.since, "the first date"));
  to.set_until(require_utf8(request.until, "the last date"));
  for (const SortKey& key : request.sort) {
    v1::SortKey& added = *to.add_sort();
    added.set_field(require_utf8(key.field, "a sort key"));
    added.set_descending(key.descending);
  }
  to.set_offset(request.offset);
  to.set_limit(request.limit);
  for (const std::string& facet : request.facets) to.add_facets(require_utf8(facet, "the name of a facet"));
  to.set_feedback(request.feedback);
  to.set_no_synonyms(request.no_synonyms);
  to.set_fold(request.fold);
  to.set_snippets(request.snippets);
  to.set_no_hit_facets(request.no_hit_facets);
  to.set_histogram(require_utf8(request.histogram, "the interval of the histogram"));
  to.set_score_bands(request.score_bands);
  to.set_facet_prefix(require_utf8(request.facet_prefix, "the beginning of a value's name"));
  to.set_freshness_days(request.freshness_days);
  to.set_cursor(require_utf8(request.cursor, "the cursor"));
  return to;
}

v1::SimilarRequest to_wire(const SimilarRequest& request) {
  v1::SimilarRequest to;
  to.set_id(require_utf8(request.id, "the id"));
  to.set_limit(request.limit);
  for (const FacetFilter& filter : request.filters) *to.add_filters() = to_wire(filter);
  return to;
}

Hit from_wire(const v1::Hit& hit) {
  Hit to;
  to.id = hit.id();
  to.title = hit.title();
  to.date = hit.date();
  to.url = hit.url();
  to.publisher = hit.publisher();
  to.facets = each_from_wire(hit.facets());
  to.score = hit.score();
  for (const v1::Snippet& snippet : hit.snippets()) to.snippets.push_back(from_wire(snippet));
  to.rating_status = hit.rating_status();
  to.overall_score = hit.overall_score();
  to.group = hit.group();
  to.copies = std::max<std::uint32_t>(1, hit.copies());
  return to;
}

Note from_wire(const v1::Note& note) { return {note.text(), note.offset(), note.length()}; }

SearchReply from_wire(const v1::SearchReply& reply) {
  SearchReply to;
  to.total = reply.total();
  to.hits = each_from_wire(reply.hits());
  to.facets = each_from_wire(reply.facets());
  to.canonical_query = reply.canonical_query();
  to.notes = each_from_wire(reply.notes());
  to.revision = reply.revision();
  to.elapsed = std::chrono::microseconds(reply.elapsed_us());
  to.suggestion = reply.suggestion();
  to.next_cursor = reply.next_cursor();
  to.counts_groups = reply.counts_groups();
  to.histogram = from_wire(reply.histogram());
  to.score_bands = each_from_wire(reply.score_bands());
  return to;
}

SimilarReply from_wire(const v1::SimilarReply& reply) {
  return {each_from_wire(reply.hits()), strings(reply.words()), reply.revision()};
}

}  // namespace assay::client
