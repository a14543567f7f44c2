#include "client/cli/json.h"

namespace assay::cli {

namespace json = boost::json;

json::array parents_json(const std::vector<FacetParent>& parents) {
  json::array array;
  for (const FacetParent& parent : parents)
    array.push_back(json::object{{"facet", parent.facet}, {"value", parent.value}});
  return array;
}

json::value or_null(const std::string& text) { return text.empty() ? json::value() : json::value(text); }

json::value or_null(std::uint32_t score) { return score == 0 ? json::value() : json::value(score); }

json::array strings_json(const std::vector<std::string>& strings) {
  return json::array(strings.begin(), strings.end());
}

json::object facet_json(const FacetCounts& facet) {
  json::array values;
  for (const FacetCount& value : facet.values) {
    json::object object;
    object["value"] = value.value;
    object["label"] = value.label;
    object["count"] = value.count;
    object["selected"] = value.selected;
    object["parents"] = parents_json(value.parents);
    values.push_back(std::move(object));
  }
  return {{"name", facet.facet}, {"values", std::move(values)}};
}

json::array facets_json(const std::vector<FacetCounts>& facets) {
  json::array array;
  for (const FacetCounts& facet : facets) array.push_back(facet_json(facet));
  return array;
}

json::object scores_json(const std::map<std::string, std::uint32_t>& scores) {
  json::object object;
  for (const auto& [name, score] : scores) object[name] = score;
  return object;
}

std::string_view counts_json(bool counts_groups) { return counts_groups ? "groups" : "articles"; }

json::array notes_json(const std::vector<Note>& notes) {
  json::array array;
  for (const Note& note : notes) array.emplace_back(note.text);
  return array;
}

std::string document(const json::object& object) { return json::serialize(object) + '\n'; }

std::string open_hits(const json::object& before) {
  std::string text = json::serialize(before);
  text.back() = ',';
  return text + "\"hits\":[";
}

std::string hit_line(const json::object& hit, std::uint64_t number) {
  return (number == 0 ? "\n" : ",\n") + json::serialize(hit);
}

std::string close_hits(const json::object& behind) {
  std::string text = json::serialize(behind);
  text.front() = ',';
  return "]" + text + "\n";
}

}  // namespace assay::cli
