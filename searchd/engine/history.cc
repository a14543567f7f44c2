#include "searchd/engine/history.h"

#include <algorithm>
#include <set>

#include "indexer/schema/copies.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/facet_counts.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/hits.h"
#include "searchd/engine/matching.h"
#include "searchd/query/values.h"

namespace assay::engine {
namespace {

using schema::Facet;
using schema::StoredArticle;

struct Roles {
  const Facet& subject;
  const Facet& verdict;
};

Roles roles(const schema::Schema& schema) {
  const Facet* const subject = schema.find(schema.subject);
  const Facet* const verdict = schema.find(schema.verdict);
  if (subject == nullptr || verdict == nullptr)
    throw Failure(FailureKind::kInvalid, "the index's articles are not about subjects that are rated");
  return {*subject, *verdict};
}

const schema::FacetValue& named(const Facet& facet, const std::string& name) {
  query::ValueFinder finder;
  const query::NamedValue found = finder.find(facet, name);
  if (!found.ordinal) throw Failure(FailureKind::kInvalid, found.problem);
  return facet.values()[*found.ordinal];
}

std::string first_value(const StoredArticle& article, const std::string& facet) {
  for (const schema::StoredFacetValues& values : article.facets)
    if (values.facet == facet && !values.values.empty()) return values.values.front();
  return {};
}

// Oldest first, undated ones last; of the same day by id.
std::vector<StoredArticle> articles_of(const Reader& reader, const std::string& term, const Stop& stop) {
  std::vector<StoredArticle> articles;
  for (auto posting = reader.database.postlist_begin(term); posting != reader.database.postlist_end(term);
       ++posting) {
    check(stop);
    articles.push_back(stored_article(reader, *posting));
    articles.back().text.clear();
    articles.back().evidence.clear();
  }
  std::sort(articles.begin(), articles.end(), [](const StoredArticle& a, const StoredArticle& b) {
    if (a.date.empty() != b.date.empty()) return b.date.empty();
    return std::tie(a.date, a.id) < std::tie(b.date, b.id);
  });
  return articles;
}

std::string rating_in(const StoredArticle& article, const std::string& subject, const Roles& roles) {
  for (const schema::StoredRating& rating : article.council_ratings)
    if (rating.council == subject) return rating.rating;
  if (first_value(article, roles.subject.name) != subject) return {};
  const std::string rating = first_value(article, roles.verdict.name);
  return rating == roles.verdict.default_value ? std::string() : rating;
}

RatingEvent event(const StoredArticle& article, const std::string& subject, const std::string& rating,
                  const Roles& roles) {
  RatingEvent event{article.date,
                    rating,
                    roles.verdict.label_of(rating),
                    {},
                    0,
                    article.id,
                    article.title,
                    article.url,
                    article.publisher,
                    1};
  if (first_value(article, roles.subject.name) == subject) {
    event.rating_status = article.rating_status;
    event.overall_score = article.score;
  }
  return event;
}

std::vector<RatingEvent> events_in(const Reader& reader, const std::vector<StoredArticle>& articles,
                                   const std::string& subject, const Roles& roles, const Stop& stop) {
  std::vector<RatingEvent> events;
  std::set<std::string> told;  // ids of articles whose group has its event
  for (const StoredArticle& article : articles) {
    check(stop);
    const std::string rating = rating_in(article, subject, roles);
    if (rating.empty() || told.contains(article.id)) continue;
    const std::vector<std::string> copies = schema::copies_of(reader.database, article.id);
    told.insert(copies.begin(), copies.end());
    events.push_back(event(article, subject, rating, roles));
    events.back().copies = std::max<std::size_t>(1, copies.size());
  }
  return events;
}

// Undated articles come last in a history, but tell less of what is the latest.
const RatingEvent* latest(const std::vector<RatingEvent>& events) {
  const auto dated = std::find_if(events.rbegin(), events.rend(),
                                  [](const RatingEvent& event) { return !event.date.empty(); });
  if (dated != events.rend()) return &*dated;
  return events.empty() ? nullptr : &events.back();
}

void add_scores(const std::vector<StoredArticle>& articles, const Roles& roles, SubjectSummary& summary) {
  std::vector<const StoredArticle*> by_age;  // undated, then from the oldest to the newest
  for (const StoredArticle& article : articles)
    if (first_value(article, roles.subject.name) == summary.subject) by_age.push_back(&article);
  std::stable_partition(by_age.begin(), by_age.end(),
                        [](const auto* article) { return article->date.empty(); });
  for (const StoredArticle* article : by_age) {
    if (article->score > 0) summary.overall_score = article->score;
    if (!article->statement_scores.empty()) summary.statement_scores = article->statement_scores;
  }
}

// What articles tell of a subject: its verdict and their themes, not what merely lies above other values.
std::vector<const Facet*> told_facets(const schema::Schema& schema, const Roles& roles) {
  std::set<std::string> parents;
  for (const Facet& facet : schema.facets)
    for (const schema::FacetValue& value : facet.values())
      for (const schema::FacetParent& parent : value.parents) parents.insert(parent.facet);
  std::vector<const Facet*> told;
  for (const Facet& facet : schema.facets)
    if (&facet != &roles.subject && !facet.open && !parents.contains(facet.name)) told.push_back(&facet);
  return told;
}

SubjectSummary summary_of(const Reader& reader, const schema::FacetValue& subject, const Roles& roles,
                          const Stop& stop) {
  const std::string term = schema::facet_term(roles.subject.name, subject.id);
  const std::vector<StoredArticle> articles = articles_of(reader, term, stop);
  SubjectSummary summary{subject.id, subject.label, articles.size(), {}, 0, {}, {}};
  const std::vector<RatingEvent> events = events_in(reader, articles, subject.id, roles, stop);
  if (const RatingEvent* event = latest(events)) summary.latest = *event;
  add_scores(articles, roles, summary);
  const std::vector<const Facet*> facets = told_facets(*reader.schema, roles);
  MatchOptions options;
  for (const Facet* facet : facets) options.slots.push_back(facet->slot);
  const query::PlanNode about{.match = query::Match::kFacet, .terms = {term}};
  MatchResult found = matching(reader, about, {}, stop)->match(options);
  for (const Facet* facet : facets)
    summary.facets.push_back(facet_counts(*facet, found.facets[facet->slot], {}));
  return summary;
}

}  // namespace

History history(const Reader& reader, const std::string& subject, const Stop& stop) {
  const Roles roles = engine::roles(*reader.schema);
  const schema::FacetValue& value = named(roles.subject, subject);
  const auto articles = articles_of(reader, schema::facet_term(roles.subject.name, value.id), stop);
  return {value.id, value.label, events_in(reader, articles, value.id, roles, stop), reader.revision()};
}

Comparison compare(const Reader& reader, const std::vector<std::string>& subjects, const Stop& stop) {
  const Roles roles = engine::roles(*reader.schema);
  if (subjects.size() < 2 || subjects.size() > kMaxCompared)
    throw Failure(FailureKind::kInvalid, "2 to " + std::to_string(kMaxCompared) + " are compared, not " +
                                             std::to_string(subjects.size()));
  Comparison result;
  for (const std::string& subject : subjects)
    result.subjects.push_back(summary_of(reader, named(roles.subject, subject), roles, stop));
  result.revision = reader.revision();
  return result;
}

}  // namespace assay::engine
