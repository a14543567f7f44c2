#include "searchd/query/values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "indexer/schema/analyzer.h"
#include "searchd/query/chars.h"
#include "searchd/query/limits.h"

namespace assay::query {
namespace {

constexpr std::size_t kMinPartialBytes = 3;
constexpr std::size_t kMaxListed = 5;       // candidates that a message names
constexpr std::size_t kMaxNearBytes = 100;  // a longer name is near to none

// The beginning of a name of several words: what a partial name may be.
std::string_view first_words(std::string_view words, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < words.size(); --count) end = std::min(words.find(' ', end + 1), words.size());
  return words.substr(0, end);
}

std::string ambiguous(const schema::Facet& facet, const std::string& name,
                      const std::vector<schema::Ordinal>& candidates) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(candidates.size(), kMaxListed); ++i)
    ids.push_back(fmt::format("'{}'", facet.values()[candidates[i]].id));
  const std::size_t more = candidates.size() - ids.size();
  return fmt::format("{} may be several values of {}: {}{}", quoted(name), facet.name, fmt::join(ids, ", "),
                     more > 0 ? fmt::format(" and {} more", more) : "");
}

}  // namespace

bool has_name_with(const schema::FacetValue& value, std::string_view wanted) {
  const auto fits = [&](std::string_view name) {
    return (' ' + schema::folded_phrase(name)).find(fmt::format(" {}", wanted)) != std::string::npos;
  };
  return wanted.empty() || fits(value.id) || fits(value.label) ||
         std::any_of(value.aliases.begin(), value.aliases.end(), fits);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t enough) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() >= enough) return enough;
  std::vector<std::size_t> row(b.size() + 1);  // distances of a's beginning to each beginning of b
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
    }
    if (*std::min_element(row.begin(), row.end()) >= enough) return enough;
  }
  return row.back();
}

ValueNames::ValueNames(const schema::Facet& facet) {
  const auto add = [&](std::string_view name, schema::Ordinal ordinal) {
    if (std::string words = schema::folded_phrase(name); !words.empty())
      names_.push_back({std::move(words), ordinal});
  };
  for (std::size_t i = 0; i < facet.values().size(); ++i) {
    const schema::FacetValue& value = facet.values()[i];
    const auto ordinal = static_cast<schema::Ordinal>(i);
    add(value.id, ordinal);
    add(value.label, ordinal);
    for (const std::string& alias : value.aliases) add(alias, ordinal);
  }
  std::stable_sort(names_.begin(), names_.end(),
                   [](const Name& a, const Name& b) { return a.words < b.words; });
}

std::vector<schema::Ordinal> ValueNames::find(std::string_view name) const {
  const std::string words = schema::folded_phrase(name);
  if (words.empty()) return {};
  if (auto exact = ordinals(words, true); !exact.empty()) return exact;
  if (words.size() < kMinPartialBytes) return {};
  return ordinals(words + ' ', false);
}

std::vector<schema::Ordinal> ValueNames::ordinals(std::string_view prefix, bool whole) const {
  std::vector<schema::Ordinal> result;
  auto name = std::lower_bound(names_.begin(), names_.end(), prefix,
                               [](const Name& a, std::string_view b) { return a.words < b; });
  for (; name != names_.end() && (whole ? name->words == prefix : name->words.starts_with(prefix)); ++name)
    result.push_back(name->ordinal);
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::optional<schema::Ordinal> ValueNames::nearest(std::string_view name) const {
  const std::vector<std::string> query = schema::folded_words(name);
  const std::string words = schema::folded_phrase(name);
  if (words.size() > kMaxNearBytes) return std::nullopt;
  std::optional<schema::Ordinal> best;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (const Name& candidate : names_) {
    for (const std::string_view text :
         {std::string_view(candidate.words), first_words(candidate.words, query.size())}) {
      const std::size_t distance = edit_distance(words, text, least);
      if (distance >= least) continue;
      least = distance;
      best = candidate.ordinal;
    }
  }
  return best;
}

NamedValue ValueFinder::find(const schema::Facet& facet, const std::string& name) {
  if (const auto ordinal = facet.ordinal(name)) return {ordinal, {}};
  if (name.size() > kMaxQueryBytes)
    return {std::nullopt,
            fmt::format("a value of {} is named in more bytes than a query may have", facet.name)};
  const ValueNames& names = names_.try_emplace(&facet, facet).first->second;
  const std::vector<schema::Ordinal> found = names.find(name);
  if (found.size() == 1) return {found.front(), {}};
  if (!found.empty()) return {std::nullopt, ambiguous(facet, name, found)};
  std::string problem = fmt::format("{} is no value of {}", quoted(name), facet.name);
  if (suggestions_left_ == 0) return {std::nullopt, std::move(problem)};
  --suggestions_left_;
  if (const auto nearest = names.nearest(name))
    problem += fmt::format("; the nearest is '{}'", facet.values()[*nearest].id);
  return {std::nullopt, std::move(problem)};
}

}  // namespace assay::query
