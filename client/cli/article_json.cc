#include "client/cli/article_format.h"
#include "client/cli/hit_facets.h"
#include "client/cli/json.h"

namespace assay::cli {
namespace {

namespace json = boost::json;

json::array facets(const Article& article) {
  json::array array;
  for (const FacetValues& facet : article.facets) {
    json::array values;
    for (std::size_t i = 0; i < facet.ids.size(); ++i)
      values.push_back(json::object{{"value", facet.ids[i]}, {"label", facet.labels[i]}});
    array.push_back(json::object{{"name", facet.facet}, {"values", std::move(values)}});
  }
  return array;
}

json::array evidence(const Article& article) {
  json::array array;
  for (const Evidence& each : article.evidence)
    array.push_back(json::object{{"facet", each.facet}, {"value", each.value}, {"text", each.text}});
  return array;
}

std::string print(const Article& article, const Screen&) {
  json::object object;
  object["format_version"] = kJsonFormatVersion;
  object["id"] = article.id;
  object["title"] = article.title;
  object["date"] = or_null(article.date);
  object["rating"] = or_null(rating_of(article.facets).id);
  object["rating_status"] = or_null(article.rating_status);
  object["overall_score"] = or_null(article.overall_score);
  object["statement_scores"] = scores_json(article.statement_scores);
  json::object& ratings = object["council_ratings"].emplace_object();
  for (const auto& [council, rating] : article.council_ratings) ratings[council] = rating;
  object["councils"] = strings_json(labels_of(article.facets, kCouncil));
  object["themes"] = strings_json(ids_of(article.facets, kTheme));
  object["url"] = article.url;
  object["publisher"] = article.publisher;
  object["language"] = or_null(article.language);
  object["copies"] = strings_json(article.copies);
  object["path"] = article.path;
  object["facets"] = facets(article);
  object["evidence"] = evidence(article);
  object["text"] = article.text;
  return document(object);
}

}  // namespace

const Format<Article> kArticleJson = {.name = "json", .print = print};

}  // namespace assay::cli
