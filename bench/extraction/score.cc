#include "bench/extraction/score.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <stdexcept>

namespace assay::bench {
namespace {

namespace json = boost::json;

std::string text_or_empty(const json::object& object, const char* key) {
  const json::value* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::set<std::string> as_set(const std::string& value) {
  return value.empty() ? std::set<std::string>() : std::set<std::string>{value};
}

Labelled to_labelled(const json::object& object) {
  Labelled label{text_or_empty(object, "path"), text_or_empty(object, "split"), {}};
  if (const std::string id = text_or_empty(object, "id"); !id.empty()) label.name += "#" + id;
  label.facets.rating = text_or_empty(object, "rating");
  label.facets.date = text_or_empty(object, "date");
  const json::array& councils = object.at("councils").as_array();
  if (!councils.empty()) label.facets.council = std::string(councils.front().as_string());
  for (const json::value& theme : object.at("themes").as_array())
    label.facets.themes.emplace(theme.as_string());
  return label;
}

}  // namespace

std::vector<Labelled> read_labels(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<Labelled> labels;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    try {
      labels.push_back(to_labelled(json::parse(line).as_object()));
    } catch (const std::exception& wrong) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": " + wrong.what());
    }
  }
  return labels;
}

void Score::add(const std::set<std::string>& truth, const std::set<std::string>& found) {
  ++articles_;
  agreed_ += truth == found;
  truth_ += truth.size();
  found_ += found.size();
  hits_ += static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [&](const std::string& value) { return truth.contains(value); }));
}

std::map<std::string, Score> score(const std::vector<Labelled>& labels,
                                   const std::map<std::string, Facets>& found, const std::string& split) {
  std::map<std::string, Score> scores;
  for (const Labelled& label : labels) {
    if (label.split != split) continue;
    const auto extracted = found.find(label.name);
    const Facets facets = extracted == found.end() ? Facets() : extracted->second;
    scores["rating"].add(as_set(label.facets.rating), as_set(facets.rating));
    scores["main council"].add(as_set(label.facets.council), as_set(facets.council));
    scores["date"].add(as_set(label.facets.date), as_set(facets.date));
    scores["themes"].add(label.facets.themes, facets.themes);
  }
  return scores;
}

}  // namespace assay::bench
