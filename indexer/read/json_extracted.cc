#include "indexer/read/json_extracted.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <string_view>

#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

namespace json = boost::json;

constexpr int kMaxPercentage = 100, kMaxStatementScore = 4;
constexpr std::size_t kFingerprintDigits = 32;

std::string text_of(std::string_view key, const json::value& value) {
  if (!value.is_string()) throw ReadError(fmt::format("\"{}\" must be a string", key));
  const std::string_view text = value.get_string();
  if (text.find('\0') != std::string_view::npos)
    throw ReadError(fmt::format("\"{}\" holds a NUL character", key));
  return std::string(text);
}

// The string under the key; empty where there is none.
std::string text_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value == nullptr || value->is_null() ? std::string() : text_of(key, *value);
}

int number_at(const json::object& object, std::string_view key, int most) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr || value->is_null()) return 0;
  if (!value->is_int64() || value->get_int64() < 0 || value->get_int64() > most)
    throw ReadError(fmt::format("\"{}\" must be a whole number from 0 to {}", key, most));
  return static_cast<int>(value->get_int64());
}

const json::object& as_object(std::string_view key, const json::value& value) {
  if (!value.is_object()) throw ReadError(fmt::format("\"{}\" must be an object", key));
  return value.get_object();
}

const json::object& object_at(const json::object& object, std::string_view key) {
  static const json::object none;
  const json::value* value = object.if_contains(key);
  return value == nullptr || value->is_null() ? none : as_object(key, *value);
}

const json::array& as_array(std::string_view key, const json::value& value) {
  if (!value.is_array()) throw ReadError(fmt::format("\"{}\" must be a list", key));
  return value.get_array();
}

// What `read` makes of each object in the list under the key.
template <typename Read>
auto list_at(const json::object& object, std::string_view key, const Read& read) {
  std::vector<decltype(read(object))> result;
  const json::value* list = object.if_contains(key);
  if (list == nullptr || list->is_null()) return result;
  for (const json::value& item : as_array(key, *list)) result.push_back(read(as_object(key, item)));
  return result;
}

std::string fingerprint_of(const json::object& extracted) {
  const std::string text = text_at(extracted, "fingerprint");
  const bool digits =
      std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (!text.empty() && (!digits || text.size() != kFingerprintDigits))
    throw ReadError("\"fingerprint\" must be 32 hexadecimal digits");
  return text;
}

Extracted conclusions(const json::object& extracted) {
  Extracted result;
  result.fingerprint = fingerprint_of(extracted);
  result.rating_status = text_at(extracted, "rating_status");
  result.score = number_at(extracted, "score", kMaxPercentage);
  result.statement_scores = list_at(extracted, "statement_scores", [](const json::object& item) {
    return Extracted::Score{text_at(item, "facet"), text_at(item, "value"),
                            number_at(item, "score", kMaxStatementScore)};
  });
  result.council_ratings = list_at(extracted, "council_ratings", [](const json::object& item) {
    return Extracted::Rating{text_at(item, "council"), text_at(item, "rating")};
  });
  result.evidence = list_at(extracted, "evidence", [](const json::object& item) {
    return Extracted::Evidence{text_at(item, "facet"), text_at(item, "value"), text_at(item, "text")};
  });
  for (const auto& [facet, labels] : object_at(extracted, "labels"))
    for (const auto& [value, label] : as_object("labels", labels))
      result.labels[facet][value] = text_of("labels", label);
  return result;
}

}  // namespace

void read_extracted(const json::object& line, Article& article) {
  if (std::string id = text_at(line, "id"); !id.empty()) article.id = std::move(id);
  article.path = text_at(line, "path");
  article.url = text_at(line, "url");
  article.title = text_at(line, "title");
  article.date = text_at(line, "date");
  article.publisher = text_at(line, "publisher");
  article.language = text_at(line, "language");
  article.text = text_at(line, "text");
  for (const auto& [facet, values] : object_at(line, "facets"))
    for (const json::value& value : as_array(facet, values))
      article.facets[facet].push_back(text_of(facet, value));
  article.extracted = conclusions(object_at(line, kExtractedKey));
}

}  // namespace assay::read
