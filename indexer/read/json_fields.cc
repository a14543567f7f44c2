#include "indexer/read/json_fields.h"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <string>

#include "indexer/read/encoding.h"
#include "indexer/read/json_extracted.h"
#include "indexer/read/metadata.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

namespace json = boost::json;

void require_no_nul(std::string_view key, std::string_view value) {
  if (value.find('\0') != std::string_view::npos)
    throw ReadError(fmt::format("\"{}\" holds a NUL character", key));
}

// A string, or a whole number as its digits (ids often are); nothing else.
bool is_plain(const json::value& value) { return value.is_string() || value.is_int64() || value.is_uint64(); }

std::string plain_text(std::string_view key, const json::value& value) {
  std::string text = value.is_string() ? std::string(value.get_string()) : json::serialize(value);
  require_no_nul(key, text);
  return text;
}

void read_field(std::string_view key, const json::value& value, Article& article) {
  if (value.is_null()) return;
  if (!value.is_string() && !(key == "id" && is_plain(value)))
    throw ReadError(fmt::format("\"{}\" must be a string", key));
  set_field(article, key, plain_text(key, value));
}

void read_facet(std::string_view name, const json::value& value, Article& article) {
  if (value.is_null()) return;
  if (is_plain(value)) return add_facet(article, name, plain_text(name, value));
  if (!value.is_array()) throw ReadError(fmt::format("\"{}\" must be a string or a list of strings", name));
  state_facet(article, name);
  for (const json::value& one : value.get_array()) {
    if (!is_plain(one)) throw ReadError(fmt::format("\"{}\" must list strings alone", name));
    add_facet(article, name, plain_text(name, one));
  }
}

void read_facets(const json::value& value, Article& article) {
  if (value.is_null()) return;
  if (!value.is_object()) throw ReadError("\"facets\" must be an object of names and values");
  for (const auto& [name, values] : value.get_object()) read_facet(name, values, article);
}

json::value parse(std::string_view text) {
  if (const std::size_t good = utf8_prefix(text); good != text.size())
    throw ReadError(fmt::format("is not UTF-8 (byte {})", good + 1));
  json::parser parser;
  json::error_code error;
  const std::size_t parsed = parser.write(text.data(), text.size(), error);
  if (error) throw ReadError(fmt::format("is not valid JSON near byte {}: {}", parsed + 1, error.message()));
  return parser.release();
}

}  // namespace

void read_json_object(std::string_view text, Article& article) {
  const json::value value = parse(text);
  if (!value.is_object()) throw ReadError("is JSON, but not an object in braces");
  if (value.get_object().contains(kExtractedKey)) return read_extracted(value.get_object(), article);
  for (const auto& [key, entry] : value.get_object()) {
    if (key == "facets")
      read_facets(entry, article);
    else if (is_field(key))
      read_field(key, entry, article);
    else if (is_facet_key(key))
      read_facet(key, entry, article);
  }
}

}  // namespace assay::read
