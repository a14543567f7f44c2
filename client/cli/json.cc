#include "client/cli/json.h"

#include "client/cli/hit_facets.h"
#include "client/cli/snippet.h"

namespace assay::cli {

namespace json = boost::json;

json::value or_null(const std::string& text) { return text.empty() ? json::value() : json::value(text); }

json::array strings_json(const std::vector<std::string>& strings) {
  return json::array(strings.begin(), strings.end());
}

json::object hit_json(const Hit& hit) {
  json::object object;
  object["id"] = hit.id;
  object["title"] = hit.title;
  object["date"] = or_null(hit.date);
  object["rating"] = or_null(rating_of(hit.facets).id);
  object["rating_status"] = or_null(hit.rating_status);
  object["overall_score"] = hit.overall_score ? json::value(hit.overall_score) : json::value();
  object["councils"] = strings_json(labels_of(hit.facets, kCouncil));
  object["themes"] = strings_json(ids_of(hit.facets, kTheme));
  object["url"] = hit.url;
  object["publisher"] = hit.publisher;
  object["score"] = hit.score;
  object["snippet"] = snippet_html(hit.snippet);
  object["group"] = hit.group;
  object["copies"] = hit.copies;
  return object;
}

json::array facets_json(const std::vector<FacetCounts>& facets) {
  json::array array;
  for (const FacetCounts& facet : facets) {
    json::array values;
    for (const FacetCount& value : facet.values) {
      json::object object;
      object["value"] = value.value;
      object["label"] = value.label;
      object["count"] = value.count;
      object["selected"] = value.selected;
      values.push_back(std::move(object));
    }
    json::object object;
    object["name"] = facet.facet;
    object["values"] = std::move(values);
    array.push_back(std::move(object));
  }
  return array;
}

json::array notes_json(const std::vector<Note>& notes) {
  json::array array;
  for (const Note& note : notes) array.emplace_back(note.text);
  return array;
}

}  // namespace assay::cli
