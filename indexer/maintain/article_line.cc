#include "indexer/maintain/article_line.h"

#include <boost/json.hpp>

#include "indexer/write/extracted.h"

namespace assay::maintain {
namespace {

namespace json = boost::json;

// What a line can do without is left out.
void set(json::object& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

void set(json::object& object, const char* key, json::array list) {
  if (!list.empty()) object[key] = std::move(list);
}

json::object facets(const schema::StoredArticle& article) {
  json::object result;
  for (const schema::StoredFacetValues& values : article.facets)
    result[values.facet] = json::array(values.values.begin(), values.values.end());
  return result;
}

// Of the values that no taxonomy knows.
json::object labels(const schema::StoredArticle& article, const schema::Schema& schema) {
  json::object result;
  for (const schema::StoredFacetValues& values : article.facets) {
    const schema::Facet* facet = schema.find(values.facet);
    if (facet == nullptr || !facet->open) continue;
    json::object of_facet;
    for (const std::string& value : values.values)
      if (facet->label_of(value) != value) of_facet[value] = facet->label_of(value);
    if (!of_facet.empty()) result[facet->name] = std::move(of_facet);
  }
  return result;
}

json::object conclusions(const schema::StoredArticle& article, const std::string& fingerprint,
                         const schema::Schema& schema) {
  json::object result{{"fingerprint", indexer::to_hex(fingerprint)}};
  set(result, "rating_status", article.rating_status);
  if (article.score > 0) result["score"] = article.score;
  json::array scores, ratings, evidence;
  for (const schema::StoredScore& s : article.statement_scores)
    scores.push_back(json::object{{"facet", s.facet}, {"value", s.value}, {"score", s.score}});
  for (const schema::StoredRating& r : article.council_ratings)
    ratings.push_back(json::object{{"council", r.council}, {"rating", r.rating}});
  for (const schema::StoredEvidence& e : article.evidence)
    evidence.push_back(json::object{{"facet", e.facet}, {"value", e.value}, {"text", e.text}});
  set(result, "statement_scores", std::move(scores));
  set(result, "council_ratings", std::move(ratings));
  set(result, "evidence", std::move(evidence));
  if (json::object named = labels(article, schema); !named.empty()) result["labels"] = std::move(named);
  return result;
}

}  // namespace

std::string article_line(const schema::StoredArticle& article, const std::string& fingerprint,
                         const schema::Schema& schema) {
  json::object line{{"id", article.id}};
  set(line, "path", article.path);
  set(line, "url", article.url);
  set(line, "title", article.title);
  set(line, "date", article.date);
  set(line, "publisher", article.publisher);
  set(line, "language", article.language);
  line["facets"] = facets(article);
  line["extracted"] = conclusions(article, fingerprint, schema);
  line["text"] = article.text;
  return json::serialize(line);
}

}  // namespace assay::maintain
