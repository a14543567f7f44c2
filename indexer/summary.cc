#include "indexer/summary.h"

#include <fmt/format.h>

#include <algorithm>

namespace assay::indexer {
namespace {

constexpr std::size_t kValuesShown = 8;

using Counts = std::vector<std::pair<std::string, std::size_t>>;

// A facet of few values in its own order; of many the most frequent ones.
std::string facet_line(const schema::Facet& facet, const std::map<std::string, std::size_t>& counted) {
  Counts counts;
  for (const schema::FacetValue& value : facet.values())
    if (const auto found = counted.find(value.id); found != counted.end()) counts.emplace_back(*found);
  for (const auto& [value, count] : counted)
    if (!facet.ordinal(value)) counts.emplace_back(value, count);
  if (counts.size() > kValuesShown)
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string line = fmt::format("  {:<9}", facet.name);
  for (std::size_t i = 0; i < std::min(counts.size(), kValuesShown); ++i)
    line += fmt::format("{}{} {}", i == 0 ? "" : ", ", counts[i].first, counts[i].second);
  if (counts.size() > kValuesShown) line += fmt::format(" and {} more", counts.size() - kValuesShown);
  return line + "\n";
}

}  // namespace

void Summary::count(const Put& put) {
  ++outcomes_[put.outcome];
  copies_ += put.is_copy;
  for (const schema::StoredFacetValues& facet : put.stored.facets)
    for (const std::string& value : facet.values) ++facets_[facet.facet][value];
}

std::size_t Summary::outcome(Outcome outcome) const {
  const auto found = outcomes_.find(outcome);
  return found == outcomes_.end() ? 0 : found->second;
}

std::string to_text(const read::Problem& problem) {
  return problem.line == 0 ? fmt::format("{}: {}", problem.path, problem.reason)
                           : fmt::format("{}:{}: {}", problem.path, problem.line, problem.reason);
}

std::string Summary::text(const taxonomy::Taxonomy& taxonomy) const {
  const std::size_t same = outcome(Outcome::kUnchanged) + left_;
  std::string text = fmt::format(
      "{} articles: {} added, {} updated, {} unchanged, {} removed; {} skipped. The index holds {}.\n",
      added() + updated() + same, added(), updated(), same, removed_, skipped_.size(), index_articles_);
  if (copies_ > 0) text += fmt::format("{} of those are copies of another article, or nearly so.\n", copies_);
  if (ignored_ > 0)
    text += fmt::format("{} files that are no articles (images, styles, scripts) were left out.\n", ignored_);
  if (!facets_.empty()) text += "Facets of what was added or updated:\n";
  for (const schema::Facet& facet : taxonomy.facets())
    if (const auto counted = facets_.find(facet.name); counted != facets_.end())
      text += facet_line(facet, counted->second);
  return text;
}

}  // namespace assay::indexer
