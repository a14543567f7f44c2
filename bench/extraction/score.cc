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

// A text or number; null and "" stand for none.
std::set<std::string> one(const json::object& object, const char* key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr || value->is_null()) return {};
  if (value->is_int64()) return {std::to_string(value->get_int64())};
  const std::string text = text_or_empty(object, key);
  return text.empty() ? std::set<std::string>() : std::set<std::string>{text};
}

std::set<std::string> all(const json::object& object, const char* key) {
  std::set<std::string> values;
  for (const json::value& value : object.at(key).as_array()) values.emplace(value.as_string());
  return values;
}

std::set<std::string> pairs(const json::object& object, const char* key) {
  std::set<std::string> values;
  for (const auto& [name, value] : object.at(key).as_object())
    values.insert(std::string(name) + "=" +
                  (value.is_int64() ? std::to_string(value.get_int64()) : std::string(value.as_string())));
  return values;
}

Labelled to_labelled(const json::object& object) {
  Labelled label{text_or_empty(object, "path"), text_or_empty(object, "split"), {}};
  if (const std::string id = text_or_empty(object, "id"); !id.empty()) label.name += "#" + id;
  const json::array& councils = object.at("councils").as_array();
  if (!councils.empty()) label.facts["main council"] = {std::string(councils.front().as_string())};
  label.facts["councils"] = all(object, "councils");
  label.facts["council ratings"] = pairs(object, "council_ratings");
  label.facts["rating"] = one(object, "rating");
  label.facts["status"] = one(object, "rating_status");
  label.facts["date"] = one(object, "date");
  label.facts["themes"] = all(object, "themes");
  label.facts["score"] = one(object, "score");
  label.facts["statement scores"] = pairs(object, "statement_scores");
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
                                   const std::map<std::string, Facts>& found, const std::string& split) {
  std::map<std::string, Score> scores;
  for (const Labelled& label : labels) {
    if (label.split != split) continue;
    const auto extracted = found.find(label.name);
    Facts truth = label.facts, facts = extracted == found.end() ? Facts() : extracted->second;
    for (const char* facet : kScored) scores[facet].add(truth[facet], facts[facet]);
  }
  return scores;
}

}  // namespace assay::bench
