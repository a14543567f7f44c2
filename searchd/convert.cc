#include "searchd/convert.h"

#include <utility>

#include "searchd/convert_parts.h"

namespace assay::searchd {
namespace {

constexpr std::uint32_t kDefaultSuggestions = 5;

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

v1::SuggestionKind kind_of(engine::SuggestionKind kind) {
  switch (kind) {
    case engine::SuggestionKind::kWord:
      return v1::SUGGESTION_WORD;
    case engine::SuggestionKind::kValue:
      return v1::SUGGESTION_VALUE;
    case engine::SuggestionKind::kTitle:
      return v1::SUGGESTION_TITLE;
  }
  return v1::SUGGESTION_WORD;
}

void fill(const engine::DateHistogram& histogram, v1::DateHistogram& out) {
  out.set_interval(histogram.interval);
  out.set_undated(histogram.undated);
  for (const engine::DateCount& bucket : histogram.buckets) {
    v1::DateCount& b = *out.add_buckets();
    b.set_start(bucket.start);
    b.set_label(bucket.label);
    b.set_count(bucket.count);
  }
}

void fill(const engine::ScoreBandCount& band, v1::ScoreBand& out) {
  out.set_first(static_cast<std::uint32_t>(band.band.first));
  out.set_last(static_cast<std::uint32_t>(band.band.last));
  out.set_value(band.band.value);
  out.set_label(band.label);
  out.set_count(band.count);
}

void fill(const engine::Expansion& expansion, v1::Expansion& out) {
  out.set_written(expansion.written);
  out.set_how(expansion.how);
  for (const engine::TermCount& term : expansion.terms) {
    v1::TermCount& t = *out.add_terms();
    t.set_term(term.term);
    t.set_articles(term.articles);
    t.set_occurrences(term.occurrences);
  }
}

}  // namespace

engine::SearchRequest from_wire(const v1::SearchRequest& request) {
  engine::SearchRequest result;
  result.query = request.query();
  result.filters = filters(request.filters());
  result.since = request.since();
  result.until = request.until();
  for (const v1::SortKey& key : request.sort()) result.sort.push_back({key.field(), key.descending()});
  result.feedback = request.feedback();
  result.freshness_days = request.freshness_days();
  result.synonyms = !request.no_synonyms();
  result.fold = request.fold();
  result.offset = request.offset();
  result.limit = request.limit();
  if (request.has_snippets()) result.snippets = request.snippets();
  result.hit_facets = !request.no_hit_facets();
  result.facets.assign(request.facets().begin(), request.facets().end());
  result.facet_prefix = request.facet_prefix();
  result.histogram = request.histogram();
  result.score_bands = request.score_bands();
  result.cursor = request.cursor();
  return result;
}

engine::SimilarRequest from_wire(const v1::SimilarRequest& request) {
  return {request.id(), request.limit(), filters(request.filters())};
}

engine::PivotRequest from_wire(const v1::PivotRequest& request) {
  return {from_wire(request.search()), request.rows(), request.columns()};
}

engine::SuggestRequest from_wire(const v1::SuggestRequest& request) {
  return {request.text(), request.limit() > 0 ? request.limit() : kDefaultSuggestions};
}

v1::SearchReply to_wire(engine::SearchResult result) {
  v1::SearchReply reply;
  reply.set_total(result.total);
  add_all(std::move(result.hits), *reply.mutable_hits());
  add_all(std::move(result.facets), *reply.mutable_facets());
  reply.set_canonical_query(std::move(result.canonical_query));
  add_all(result.notes, *reply.mutable_notes());
  reply.set_suggestion(result.suggestion);
  reply.set_next_cursor(result.next_cursor);
  reply.set_counts_groups(result.counts_groups);
  if (result.histogram) fill(*result.histogram, *reply.mutable_histogram());
  for (const engine::ScoreBandCount& band : result.score_bands) fill(band, *reply.add_score_bands());
  reply.set_revision(result.revision);
  reply.set_elapsed_us(static_cast<std::uint64_t>(result.elapsed.count()));
  return reply;
}

v1::SimilarReply to_wire(engine::SimilarResult result) {
  v1::SimilarReply reply;
  add_all(std::move(result.hits), *reply.mutable_hits());
  assign(std::move(result.words), *reply.mutable_words());
  reply.set_revision(result.revision);
  return reply;
}

v1::PivotReply to_wire(engine::PivotResult result) {
  v1::PivotReply reply;
  reply.set_total(result.total);
  fill(std::move(result.rows), *reply.mutable_rows());
  fill(std::move(result.columns), *reply.mutable_columns());
  for (const std::vector<std::uint64_t>& row : result.cells)
    reply.add_cells()->mutable_cells()->Assign(row.begin(), row.end());
  reply.set_canonical_query(result.canonical_query);
  add_all(result.notes, *reply.mutable_notes());
  reply.set_counts_groups(result.counts_groups);
  reply.set_revision(result.revision);
  return reply;
}

v1::SuggestReply to_wire(const engine::Suggestions& suggestions) {
  v1::SuggestReply reply;
  for (const engine::Suggestion& suggestion : suggestions.found) {
    v1::Suggestion& out = *reply.add_suggestions();
    out.set_kind(kind_of(suggestion.kind));
    out.set_text(suggestion.text);
    out.set_facet(suggestion.facet);
    out.set_id(suggestion.id);
    out.set_count(suggestion.count);
  }
  reply.set_revision(suggestions.revision);
  return reply;
}

v1::ExplainReply to_wire(const engine::Explanation& explanation) {
  v1::ExplainReply reply;
  reply.set_canonical_query(explanation.canonical_query);
  reply.set_tree(explanation.tree);
  reply.set_plan(explanation.plan);
  for (const engine::Expansion& expansion : explanation.expansions) fill(expansion, *reply.add_expansions());
  add_all(explanation.notes, *reply.mutable_notes());
  reply.set_total(explanation.total);
  reply.set_counts_groups(explanation.counts_groups);
  reply.set_revision(explanation.revision);
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
