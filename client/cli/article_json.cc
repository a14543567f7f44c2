#include "client/cli/article_format.h"
#include "client/cli/fields.h"
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

using json::value;

json::object ratings(const Article& article) {
  json::object object;
  for (const auto& [council, rating] : article.council_ratings) object[council] = rating;
  return object;
}

constexpr std::array<Field<Article>, 18> kFields = {{
    {"id", [](const Article& article) { return value(article.id); }},
    {"title", [](const Article& article) { return value(article.title); }},
    {"date", [](const Article& article) { return or_null(article.date); }},
    {"rating", [](const Article& article) { return or_null(rating_of(article.facets).id); }},
    {"rating_status", [](const Article& article) { return or_null(article.rating_status); }},
    {"overall_score", [](const Article& article) { return or_null(article.overall_score); }},
    {"statement_scores", [](const Article& article) { return value(scores_json(article.statement_scores)); }},
    {"council_ratings", [](const Article& article) { return value(ratings(article)); }},
    {"councils",
     [](const Article& article) { return value(strings_json(labels_of(article.facets, kCouncil))); }},
    {"themes", [](const Article& article) { return value(strings_json(ids_of(article.facets, kTheme))); }},
    {"url", [](const Article& article) { return value(article.url); }},
    {"publisher", [](const Article& article) { return value(article.publisher); }},
    {"language", [](const Article& article) { return or_null(article.language); }},
    {"copies", [](const Article& article) { return value(strings_json(article.copies)); }},
    {"path", [](const Article& article) { return value(article.path); }},
    {"facets", [](const Article& article) { return value(facets(article)); }},
    {"evidence", [](const Article& article) { return value(evidence(article)); }},
    {"text", [](const Article& article) { return value(article.text); }},
}};

std::vector<std::string_view> names() { return names_of(kFields); }

std::string print(const Article& article, const View& view) {
  json::object object = {{"format_version", kJsonFormatVersion}};
  for (auto& field : row_json(kFields, article, view)) object.insert(std::move(field));
  return document(object);
}

}  // namespace

const Format<Article> kArticleJson = {.name = "json", .print = print, .fields = names};

}  // namespace assay::cli
