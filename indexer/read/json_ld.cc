#include "indexer/read/json_ld.h"

#include <algorithm>
#include <boost/json.hpp>
#include <string_view>

namespace assay::read {
namespace {

namespace json = boost::json;

// A parsed value takes up to twenty times its script.
constexpr std::size_t kMaxScriptBytes = 1024 * 1024;

std::string text_of(const json::value* value) {
  if (value != nullptr && value->is_array() && !value->get_array().empty())
    value = &value->get_array().front();
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// The objects of a script: itself, those of its list, those of its graph.
void collect(const json::value& value, std::vector<const json::object*>& objects, bool nested = false) {
  if (value.is_object()) {
    objects.push_back(&value.get_object());
    if (const json::value* graph = value.get_object().if_contains("@graph"); graph != nullptr && !nested)
      collect(*graph, objects, true);
  } else if (value.is_array()) {
    for (const json::value& item : value.get_array())
      if (item.is_object()) collect(item, objects, nested);
  }
}

int rank_of_type(std::string_view type) {
  if (type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report") return 2;
  return type == "WebPage" ? 1 : 0;
}

int rank(const json::object* object) {
  const json::value* type = object->if_contains("@type");
  if (type == nullptr) return 0;
  if (!type->is_array()) return rank_of_type(text_of(type));
  int best = 0;
  for (const json::value& one : type->get_array()) best = std::max(best, rank_of_type(text_of(&one)));
  return best;
}

// A publisher is an object, its name alone, or a reference to an object elsewhere on the page.
std::string publisher_of(const json::object& article, const std::vector<const json::object*>& objects) {
  const json::value* publisher = article.if_contains("publisher");
  if (publisher != nullptr && publisher->is_array() && !publisher->get_array().empty())
    publisher = &publisher->get_array().front();
  if (publisher == nullptr || !publisher->is_object()) return text_of(publisher);
  const json::object& object = publisher->get_object();
  if (const std::string name = text_of(object.if_contains("name")); !name.empty()) return name;
  const std::string id = text_of(object.if_contains("@id"));
  for (const json::object* other : objects)
    if (!id.empty() && other != &object && text_of(other->if_contains("@id")) == id)
      return text_of(other->if_contains("name"));
  return "";
}

}  // namespace

LinkedData read_json_ld(const std::vector<std::string>& scripts) {
  std::vector<json::value> values;
  for (const std::string& script : scripts) {
    if (script.size() > kMaxScriptBytes) continue;
    json::error_code error;
    json::value value = json::parse(script, error);
    if (!error) values.push_back(std::move(value));
  }
  std::vector<const json::object*> objects;
  for (const json::value& value : values) collect(value, objects);
  const auto best = std::ranges::max_element(objects, {}, rank);
  if (best == objects.end() || rank(*best) == 0) return {};
  return {text_of((*best)->if_contains("headline")), text_of((*best)->if_contains("datePublished")),
          publisher_of(**best, objects)};
}

}  // namespace assay::read
