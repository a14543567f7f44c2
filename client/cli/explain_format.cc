#include "client/cli/explain_format.h"

#include <algorithm>
#include <array>

#include "client/cli/grid.h"
#include "client/cli/json.h"
#include "client/cli/summary.h"
#include "client/cli/wrap.h"

namespace assay::cli {
namespace {

constexpr std::size_t kShownTerms = 10;  // of a word, which may stand for hundreds

void add_rows(Grid& grid, const Expansion& expansion) {
  const std::size_t shown = std::min(expansion.terms.size(), kShownTerms);
  std::string written = expansion.written, how = expansion.how;
  for (std::size_t i = 0; i < shown; ++i) {
    const TermCount& term = expansion.terms[i];
    grid.rows.push_back({std::exchange(written, {}), std::exchange(how, {}), std::to_string(term.articles),
                         std::to_string(term.occurrences), term.term});
  }
  if (shown == 0) grid.rows.push_back({written, how, "0", "0", "(no word of the index)"});
  if (shown < expansion.terms.size())
    grid.rows.push_back({"", "", "", "", fmt::format("({} more)", expansion.terms.size() - shown)});
}

std::string print_text(const Explanation& explanation, const View& screen) {
  std::string text = total_text(explanation.total, explanation.counts_groups) + '\n';
  text += wrap(screen, "query: " + explanation.canonical_query);
  text += wrap(screen, "tree: " + explanation.tree);
  text += wrap(screen, "plan: " + explanation.plan);
  if (explanation.expansions.empty()) return text;
  Grid grid{
      .rows = {{"word", "taken by", "articles", "occurrences", "term"}}, .align = "llrrl", .runs_on = true};
  for (const Expansion& expansion : explanation.expansions) add_rows(grid, expansion);
  return text + '\n' + grid_text(grid, screen);
}

boost::json::array expansions_json(const std::vector<Expansion>& expansions) {
  boost::json::array array;
  for (const Expansion& expansion : expansions) {
    boost::json::array terms;
    for (const TermCount& term : expansion.terms)
      terms.push_back(boost::json::object{
          {"term", term.term}, {"articles", term.articles}, {"occurrences", term.occurrences}});
    array.push_back(boost::json::object{
        {"written", expansion.written}, {"how", expansion.how}, {"terms", std::move(terms)}});
  }
  return array;
}

std::string print_json(const Explanation& explanation, const View&) {
  return document({{"format_version", kJsonFormatVersion},
                   {"query", explanation.canonical_query},
                   {"total", explanation.total},
                   {"tree", explanation.tree},
                   {"plan", explanation.plan},
                   {"expansions", expansions_json(explanation.expansions)},
                   {"notes", notes_json(explanation.notes)},
                   {"revision", explanation.revision}});
}

constexpr Format<Explanation> kText = {.name = "text", .print = print_text};
constexpr Format<Explanation> kJson = {.name = "json", .print = print_json, .shows = Remarks::kAll};
constexpr std::array kFormats = {&kText, &kJson};

}  // namespace

std::span<const Format<Explanation>* const> explain_formats() { return kFormats; }

}  // namespace assay::cli
