#include "bench/load/mix.h"

#include <charconv>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace assay::bench {
namespace {

constexpr std::uint32_t kHits = 10;

constexpr const char* kBuiltIn =
    "carers\n"
    "safeguarding\tfacets=*\n"
    "waiting times\n"
    "waiting lists for assessments\tfacets=rating,council\n"
    "hospital discharge\trating=good\n"
    "direct payments\tfacets=*\n"
    "\"direct payments\"\n"
    "\"direct payments\"\trating=good\tfacets=*\n"
    "\"unpaid carers\"\tfacets=theme\n"
    "\"adult social care\"\tfacets=*\n"
    "\"requires improvement\"\tsince=2025\n"
    "\"care act assessments\"\n"
    "\"quality of care\"~3\n"
    "inspectors NEAR/5 carers\n"
    "\"learning disability\" OR autism\tfacets=rating\n"
    "dementia -hospital\n"
    "+workforce +training -agency\tfacets=council\n"
    "carer* support\n"
    "assess*\tlimit=20\n"
    "=assessed\n"
    "title:outstanding\n"
    "rating:inadequate\tfacets=*\n"
    "council:leeds care\n"
    "(reablement OR rehabilitation) home\n"
    "prevention and wellbeing\tregion=london\tfacets=rating,theme\n"
    "staff\trating=outstanding,good\tkind=unitary\tfacets=*\n"
    "equity in experience and outcomes\trating=requires-improvement\n"
    "improvement plan\tsince=2024-06\tuntil=2025-06\tfacets=rating\n"
    "commissioning care homes\tsort=date\n"
    "\tlimit=0\tfacets=*\n"
    "\tregion=north-west\tsort=date\tfacets=*\n"
    "carers waiting too long for an assessment in the north\n";

using Strings = std::vector<std::string>;

Strings cut(std::string_view text, char separator) {
  Strings parts(1);
  for (const char each : text) {
    if (each == separator)
      parts.emplace_back();
    else
      parts.back() += each;
  }
  return parts;
}

std::uint32_t number(const std::string& text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    throw std::invalid_argument("\"" + text + "\" is no number");
  return value;
}

void set_field(const std::string& name, const std::string& value, v1::SearchRequest& search) {
  if (name == "limit") return search.set_limit(number(value));
  if (name == "since") return search.set_since(value);
  if (name == "until") return search.set_until(value);
  if (name == "sort") {
    v1::SortKey& key = *search.add_sort();
    key.set_field(value);
    key.set_descending(true);
    return;
  }
  const Strings values = cut(value, ',');
  if (name == "facets") {
    search.mutable_facets()->Add(values.begin(), values.end());
    return;
  }
  v1::FacetFilter& filter = *search.add_filters();
  filter.set_facet(name);
  filter.mutable_values()->Add(values.begin(), values.end());
}

v1::SearchRequest read_search(const std::string& line) {
  const Strings fields = cut(line, '\t');
  v1::SearchRequest search;
  search.set_query(fields.front());
  search.set_limit(kHits);
  for (std::size_t i = 1; i < fields.size(); ++i) {
    const std::size_t equals = fields[i].find('=');
    if (equals == 0 || equals == std::string::npos)
      throw std::invalid_argument("\"" + fields[i] + "\" is no NAME=VALUE");
    set_field(fields[i].substr(0, equals), fields[i].substr(equals + 1), search);
  }
  return search;
}

}  // namespace

Mix read_mix(std::istream& in) {
  Mix mix;
  std::string line;
  for (std::size_t at = 1; std::getline(in, line); ++at) {
    if (line.empty() || line[0] == '#') continue;
    try {
      mix.push_back(read_search(line));
    } catch (const std::invalid_argument& wrong) {
      throw std::invalid_argument("line " + std::to_string(at) + ": " + wrong.what());
    }
  }
  if (mix.empty()) throw std::invalid_argument("the list holds no search");
  return mix;
}

Mix built_in_mix() {
  std::istringstream in(kBuiltIn);
  return read_mix(in);
}

}  // namespace assay::bench
