#include "client/cli/batch_request.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "client/cli/nearest.h"
#include "client/cli/sort_keys.h"

namespace assay::cli {
namespace {

namespace json = boost::json;

[[noreturn]] void refuse(const std::string& why) { throw Error(ErrorKind::kInvalid, why); }

std::string text_of(const json::value& value) {
  if (!value.is_string()) refuse("a string is wanted");
  return std::string(value.get_string());
}

std::uint32_t number_of(const json::value& value) {
  boost::system::error_code wrong;
  const auto number = value.to_number<std::uint32_t>(wrong);
  if (wrong) refuse("a number from 0 on is wanted");
  return number;
}

bool truth_of(const json::value& value) {
  if (!value.is_bool()) refuse("true or false is wanted");
  return value.get_bool();
}

// One string or several.
std::vector<std::string> texts_of(const json::value& value) {
  if (value.is_string()) return {text_of(value)};
  if (!value.is_array()) refuse("a string or an array of strings is wanted");
  std::vector<std::string> texts;
  for (const json::value& each : value.get_array()) texts.push_back(text_of(each));
  return texts;
}

std::vector<FacetFilter> filters_of(const json::value& value) {
  if (!value.is_object()) refuse("an object of facets and their values is wanted");
  std::vector<FacetFilter> filters;
  for (const auto& member : value.get_object()) filters.push_back({member.key(), texts_of(member.value())});
  return filters;
}

struct Key {
  std::string_view name;
  void (*take)(const json::value& value, BatchRequest& request);
};

// Sets a member of a batch's request, or of the search in it, to what `read` makes of the value.
template <auto member, auto read>
void set(const json::value& value, BatchRequest& request) {
  if constexpr (requires { request.*member; })
    request.*member = read(value);
  else
    request.search.*member = read(value);
}

std::vector<SortKey> sort_keys_of(const json::value& value) { return parse_sort_keys(text_of(value)); }

constexpr std::array kKeys = {
    Key{"id", [](const json::value&, BatchRequest&) {}},  // taken first
    Key{"verb", set<&BatchRequest::verb, text_of>},
    Key{"query", set<&SearchRequest::query, text_of>},
    Key{"filters", set<&SearchRequest::filters, filters_of>},
    Key{"since", set<&SearchRequest::since, text_of>},
    Key{"until", set<&SearchRequest::until, text_of>},
    Key{"sort", set<&SearchRequest::sort, sort_keys_of>},
    Key{"limit", set<&SearchRequest::limit, number_of>},
    Key{"offset", set<&SearchRequest::offset, number_of>},
    Key{"snippets", set<&SearchRequest::snippets, number_of>},
    Key{"fold", set<&SearchRequest::fold, truth_of>},
    Key{"no_synonyms", set<&SearchRequest::no_synonyms, truth_of>},
    Key{"facets", set<&SearchRequest::facets, texts_of>},
    Key{"by", set<&SearchRequest::histogram, text_of>},
    Key{"score_bands", set<&SearchRequest::score_bands, truth_of>},
    Key{"rows", set<&BatchRequest::rows, text_of>},
    Key{"cols", set<&BatchRequest::columns, text_of>},
    Key{"article", set<&BatchRequest::article, text_of>},
    Key{"text", set<&BatchRequest::text, text_of>},
    Key{"councils", set<&BatchRequest::councils, texts_of>},
};

void take(std::string_view name, const json::value& value, BatchRequest& request) {
  const auto key = std::ranges::find(kKeys, name, &Key::name);
  if (key == kKeys.end()) {
    std::vector<std::string_view> known;
    for (const Key& each : kKeys) known.push_back(each.name);
    const std::string_view near = nearest(name, known);
    refuse(fmt::format("\"{}\" is no key of a request{}; there are {}", name,
                       near.empty() ? "" : fmt::format(", the nearest is \"{}\"", near),
                       fmt::join(known, ", ")));
  }
  try {
    key->take(value, request);
  } catch (const Error& error) {
    refuse(fmt::format("\"{}\": {}", name, error.what()));
  }
}

}  // namespace

void parse_batch_line(const std::string& line, BatchRequest& request) {
  if (line.find_first_not_of(" \t") != line.find('{') || line.find('{') == std::string::npos) {
    request.search.query = request.text = request.article = line;
    request.councils = {line};
    return;
  }
  boost::system::error_code wrong;
  const json::value value = json::parse(line, wrong);
  if (wrong) refuse("the line begins as JSON does and is none: " + wrong.message());
  const json::object& object = value.as_object();
  if (const json::value* id = object.if_contains("id")) request.id = *id;
  for (const auto& member : object) take(member.key(), member.value(), request);
}

}  // namespace assay::cli
