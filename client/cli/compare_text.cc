#include "client/cli/compare_text.h"

#include <algorithm>
#include <functional>

#include "client/cli/grid.h"
#include "client/cli/style.h"

namespace assay::cli {
namespace {

// Makes the table row by row.
class Rows {
 public:
  explicit Rows(const Comparison& comparison) : councils_(comparison.councils) {
    add("council", &CouncilSummary::label);
  }

  template <typename Cell>
  void add(const std::string& name, Cell cell) {
    Cells row = {name};
    for (const CouncilSummary& council : councils_) row.push_back(std::invoke(cell, council));
    grid_.rows.push_back(std::move(row));
  }

  // A row of what the council's latest rating says.
  template <typename Cell>
  void add_latest(const std::string& name, Cell cell) {
    add(name, [&](const CouncilSummary& council) {
      return council.latest ? std::invoke(cell, *council.latest) : std::string(".");
    });
  }

  // The name of the rows below.
  void add_heading(const std::string& name) {
    add(name, [](const CouncilSummary&) { return std::string(); });
  }

  const Grid& grid() const { return grid_; }

 private:
  const std::vector<CouncilSummary>& councils_;
  Grid grid_;
};

std::string or_dot(std::uint64_t number) { return number == 0 ? "." : std::to_string(number); }

void add_statements(Rows& rows, const Comparison& comparison) {
  std::map<std::string, std::uint32_t> all;
  for (const CouncilSummary& council : comparison.councils)
    all.insert(council.statement_scores.begin(), council.statement_scores.end());
  if (!all.empty()) rows.add_heading("statement scores");
  for (const auto& [statement, score] : all)
    rows.add("  " + statement, [&](const CouncilSummary& council) {
      const auto found = council.statement_scores.find(statement);
      return or_dot(found == council.statement_scores.end() ? 0 : found->second);
    });
}

// What the council's articles count for a value.
std::uint64_t count_of(const CouncilSummary& council, const std::string& facet, const std::string& value) {
  for (const FacetCounts& counts : council.facets)
    for (const FacetCount& each : counts.values)
      if (counts.facet == facet && each.value == value) return each.count;
  return 0;
}

// The values that any council has, in the order in which they come up.
FacetCounts united(const Comparison& comparison, const FacetCounts& first) {
  FacetCounts all{first.facet, first.label, {}};
  for (const CouncilSummary& council : comparison.councils)
    for (const FacetCounts& counts : council.facets)
      for (const FacetCount& each : counts.values)
        if (counts.facet == first.facet && each.count > 0 &&
            std::ranges::find(all.values, each.value, &FacetCount::value) == all.values.end())
          all.values.push_back(each);
  return all;
}

void add_counts(Rows& rows, const FacetCounts& all) {
  if (!all.values.empty()) rows.add_heading("articles by " + all.facet);
  for (const FacetCount& value : all.values)
    rows.add("  " + value.label, [&](const CouncilSummary& council) {
      return or_dot(count_of(council, all.facet, value.value));
    });
}

}  // namespace

std::string compare_text(const Comparison& comparison, const Screen& screen) {
  Rows rows(comparison);
  rows.add("articles", [](const CouncilSummary& council) { return std::to_string(council.articles); });
  rows.add_latest("latest rating", &RatingEvent::label);
  rows.add_latest("  status", &RatingEvent::rating_status);
  rows.add_latest("  date", &RatingEvent::date);
  rows.add("overall score", [](const CouncilSummary& council) {
    return council.overall_score > 0 ? percentage(council.overall_score) : ".";
  });
  add_statements(rows, comparison);
  if (!comparison.councils.empty())
    for (const FacetCounts& facet : comparison.councils.front().facets)
      add_counts(rows, united(comparison, facet));
  return grid_text(rows.grid(), screen);
}

}  // namespace assay::cli
