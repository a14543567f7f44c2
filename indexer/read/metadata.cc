#include "indexer/read/metadata.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/read/fold.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

constexpr std::array<std::pair<std::string_view, std::string Article::*>, 7> kFields = {{
    {"id", &Article::id},
    {"url", &Article::url},
    {"title", &Article::title},
    {"date", &Article::date},
    {"publisher", &Article::publisher},
    {"language", &Article::language},
    {"text", &Article::text},
}};

// Other names that people and exports use; they give way to the name itself.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kOtherNames = {{
    {"published", "date"},
    {"publication_date", "date"},
    {"date_published", "date"},
    {"pubdate", "date"},
    {"headline", "title"},
    {"link", "url"},
    {"site", "publisher"},
    {"body", "text"},
    {"content", "text"},
}};

// Far more than any article is about.
constexpr std::size_t kMaxValues = 1000;

// The field's own name.
std::string_view own_name(std::string_view key) {
  const auto* const found =
      std::ranges::find(kOtherNames, key, [](const auto& entry) { return entry.first; });
  return found == kOtherNames.end() ? key : found->second;
}

std::string Article::*field(std::string_view key) {
  const auto* const found = std::ranges::find(kFields, key, [](const auto& entry) { return entry.first; });
  return found == kFields.end() ? nullptr : found->second;
}

// "2025-10-15T09:00:00+01:00" is the day alone.
std::string without_time(std::string date) {
  constexpr std::string_view kPattern = "0000-00-00T00:";
  if (date.size() < kPattern.size()) return date;
  for (std::size_t i = 0; i < kPattern.size(); ++i) {
    const bool digit = date[i] >= '0' && date[i] <= '9';
    const bool blank_for_t = kPattern[i] == 'T' && date[i] == ' ';
    if (kPattern[i] == '0' ? !digit : date[i] != kPattern[i] && !blank_for_t) return date;
  }
  return date.substr(0, kPattern.find('T'));
}

std::string_view singular(std::string_view name) {
  if (name == "councils") return "council";
  if (name == "themes") return "theme";
  if (name == "ratings") return "rating";
  return name;
}

}  // namespace

bool is_field(std::string_view key) { return field(own_name(key)) != nullptr; }

void set_field(Article& article, std::string_view key, std::string_view value) {
  const std::string_view name = own_name(key);
  std::string Article::*const member = field(name);
  if (name != key && !(article.*member).empty()) return;
  std::string wanted = name == "text" ? std::string(value) : folded(value);
  if (name == "date") wanted = without_time(std::move(wanted));
  if (!wanted.empty()) article.*member = std::move(wanted);
}

bool is_facet_key(std::string_view key) {
  const std::string_view name = singular(key);
  return name == "rating" || name == "council" || name == "theme";
}

std::vector<std::string>& state_facet(Article& article, std::string_view name) {
  return article.facets[folded(singular(name))];
}

void add_facet(Article& article, std::string_view name, std::string_view value) {
  std::string wanted = folded(value);
  if (wanted.empty()) return;
  std::vector<std::string>& values = state_facet(article, name);
  if (values.size() == kMaxValues) throw ReadError("states over 1,000 values of " + folded(name));
  if (std::ranges::find(values, wanted) == values.end()) values.push_back(std::move(wanted));
}

void overlay(const Article& stated, Article& article) {
  for (const auto& [key, member] : kFields)
    if (!(stated.*member).empty()) article.*member = stated.*member;
  for (const auto& [name, values] : stated.facets) article.facets[name] = values;
}

}  // namespace assay::read
