#include "searchd/convert.h"

namespace assay::searchd {
namespace {

engine::Sort from_wire(v1::Sort sort) {
  switch (sort) {
    case v1::SORT_DATE_ASCENDING:
      return engine::Sort::kDateAscending;
    case v1::SORT_DATE_DESCENDING:
      return engine::Sort::kDateDescending;
    default:
      return engine::Sort::kRelevance;
  }
}

v1::Code code_of(engine::FailureKind kind) {
  switch (kind) {
    case engine::FailureKind::kInvalid:
      return v1::CODE_INVALID_ARGUMENT;
    case engine::FailureKind::kNotFound:
      return v1::CODE_NOT_FOUND;
    case engine::FailureKind::kDeadline:
      return v1::CODE_DEADLINE_EXCEEDED;
    case engine::FailureKind::kCancelled:
      return v1::CODE_CANCELLED;
    case engine::FailureKind::kNoIndex:
    case engine::FailureKind::kOvertaken:
      return v1::CODE_UNAVAILABLE;
    case engine::FailureKind::kDamaged:
      return v1::CODE_DATA_LOSS;
    case engine::FailureKind::kInternal:
      return v1::CODE_INTERNAL;
  }
  return v1::CODE_UNKNOWN;
}

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

template <typename Message>
void add_facets(const std::vector<engine::FacetValues>& facets, Message& message) {
  for (const engine::FacetValues& facet : facets) {
    v1::FacetValues& out = *message.add_facets();
    out.set_facet(facet.facet);
    out.mutable_ids()->Assign(facet.ids.begin(), facet.ids.end());
    out.mutable_labels()->Assign(facet.labels.begin(), facet.labels.end());
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
  add_facets(hit.facets, out);
  v1::Snippet& snippet = *out.mutable_snippet();
  snippet.set_text(hit.snippet.text);
  snippet.set_cut_before(hit.snippet.cut_before);
  snippet.set_cut_after(hit.snippet.cut_after);
  for (const engine::Mark& mark : hit.snippet.marks) {
    v1::Mark& m = *snippet.add_marks();
    m.set_begin(u32(mark.begin));
    m.set_end(u32(mark.end));
  }
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
  }
}

}  // namespace

engine::SearchRequest from_wire(const v1::SearchRequest& request) {
  engine::SearchRequest result;
  result.query = request.query();
  for (const v1::FacetFilter& filter : request.filters())
    result.filters.push_back({filter.facet(), {filter.values().begin(), filter.values().end()}});
  result.since = request.since();
  result.until = request.until();
  result.sort = from_wire(request.sort());
  result.offset = request.offset();
  result.limit = request.limit();
  result.facets.assign(request.facets().begin(), request.facets().end());
  result.feedback = request.feedback();
  return result;
}

v1::SearchReply to_wire(const engine::SearchResult& result) {
  v1::SearchReply reply;
  reply.set_total(result.total);
  for (const engine::Hit& hit : result.hits) fill(hit, *reply.add_hits());
  for (const engine::FacetCounts& counts : result.facets) fill(counts, *reply.add_facets());
  reply.set_canonical_query(result.canonical_query);
  for (const query::Note& note : result.notes) {
    v1::Note& n = *reply.add_notes();
    n.set_text(note.text);
    n.set_offset(u32(note.span.begin));
    n.set_length(u32(note.span.end - note.span.begin));
  }
  reply.set_revision(result.revision);
  reply.set_elapsed_us(static_cast<std::uint64_t>(result.elapsed.count()));
  return reply;
}

v1::GetReply to_wire(const engine::Article& article) {
  v1::GetReply reply;
  v1::Article& out = *reply.mutable_article();
  out.set_id(article.stored.id);
  out.set_title(article.stored.title);
  out.set_date(article.stored.date);
  out.set_url(article.stored.url);
  out.set_publisher(article.stored.publisher);
  out.set_path(article.stored.path);
  out.set_text(article.stored.text);
  add_facets(article.facets, out);
  for (const schema::StoredEvidence& evidence : article.stored.evidence) {
    v1::Evidence& e = *out.add_evidence();
    e.set_facet(evidence.facet);
    e.set_value(evidence.value);
    e.set_text(evidence.text);
  }
  out.set_language(article.stored.language);
  out.set_rating_status(article.stored.rating_status);
  out.set_overall_score(static_cast<std::uint32_t>(article.stored.score));
  for (const schema::StoredScore& score : article.stored.statement_scores) {
    v1::StatementScore& s = *out.add_statement_scores();
    s.set_statement(score.value);
    s.set_score(static_cast<std::uint32_t>(score.score));
  }
  for (const schema::StoredRating& rating : article.stored.council_ratings) {
    v1::CouncilRating& r = *out.add_council_ratings();
    r.set_council(rating.council);
    r.set_rating(rating.rating);
  }
  out.mutable_copies()->Assign(article.copies.begin(), article.copies.end());
  reply.set_revision(article.revision);
  return reply;
}

v1::InfoReply to_wire(const engine::Info& info) {
  v1::InfoReply reply;
  reply.set_index_id(info.index_id);
  reply.set_format_version(info.format_version);
  reply.set_revision(info.revision);
  reply.set_articles(info.articles);
  for (const engine::FacetInfo& facet : info.facets) {
    v1::FacetInfo& f = *reply.add_facets();
    f.set_name(facet.name);
    f.set_label(facet.label);
    f.set_values(facet.values);
  }
  return reply;
}

v1::Status to_wire(const engine::Failure& failure) {
  v1::Status status;
  status.set_code(code_of(failure.kind));
  status.set_message(failure.what());
  if (failure.kind == engine::FailureKind::kInvalid && failure.span.end > failure.span.begin) {
    v1::BadQuery& bad = *status.add_details()->mutable_bad_query();
    bad.set_offset(u32(failure.span.begin));
    bad.set_length(u32(failure.span.end - failure.span.begin));
  }
  return status;
}

}  // namespace assay::searchd
