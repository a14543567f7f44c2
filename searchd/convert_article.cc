#include "searchd/convert.h"
#include "searchd/convert_parts.h"

namespace assay::searchd {
namespace {

void fill(const engine::RatingEvent& event, v1::RatingEvent& out) {
  out.set_date(event.date);
  out.set_rating(event.rating);
  out.set_label(event.label);
  out.set_rating_status(event.rating_status);
  out.set_overall_score(static_cast<std::uint32_t>(event.overall_score));
  out.set_id(event.id);
  out.set_title(event.title);
  out.set_url(event.url);
  out.set_publisher(event.publisher);
  out.set_copies(u32(event.copies));
}

void fill(const schema::StoredScore& score, v1::StatementScore& out) {
  out.set_statement(score.value);
  out.set_score(static_cast<std::uint32_t>(score.score));
}

void fill(const engine::SubjectSummary& summary, v1::CouncilSummary& out) {
  out.set_council(summary.subject);
  out.set_label(summary.label);
  out.set_articles(summary.articles);
  if (summary.latest) fill(*summary.latest, *out.mutable_latest());
  out.set_overall_score(static_cast<std::uint32_t>(summary.overall_score));
  for (const schema::StoredScore& score : summary.statement_scores) fill(score, *out.add_statement_scores());
  add_all(summary.facets, *out.mutable_facets());
}

}  // namespace

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
  add_all(article.facets, *out.mutable_facets());
  for (const schema::StoredEvidence& evidence : article.stored.evidence) {
    v1::Evidence& e = *out.add_evidence();
    e.set_facet(evidence.facet);
    e.set_value(evidence.value);
    e.set_text(evidence.text);
  }
  out.set_language(article.stored.language);
  out.set_rating_status(article.stored.rating_status);
  out.set_overall_score(static_cast<std::uint32_t>(article.stored.score));
  for (const schema::StoredScore& score : article.stored.statement_scores)
    fill(score, *out.add_statement_scores());
  for (const schema::StoredRating& rating : article.stored.council_ratings) {
    v1::CouncilRating& r = *out.add_council_ratings();
    r.set_council(rating.council);
    r.set_rating(rating.rating);
  }
  out.mutable_copies()->Assign(article.copies.begin(), article.copies.end());
  reply.set_revision(article.revision);
  return reply;
}

v1::HistoryReply to_wire(const engine::History& history) {
  v1::HistoryReply reply;
  reply.set_council(history.subject);
  reply.set_label(history.label);
  for (const engine::RatingEvent& event : history.events) fill(event, *reply.add_events());
  reply.set_revision(history.revision);
  return reply;
}

v1::CompareReply to_wire(const engine::Comparison& comparison) {
  v1::CompareReply reply;
  for (const engine::SubjectSummary& summary : comparison.subjects) fill(summary, *reply.add_councils());
  reply.set_revision(comparison.revision);
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

}  // namespace assay::searchd
