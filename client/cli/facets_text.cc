// Facets for people: aligned counts and a bar to compare them by.
#include <algorithm>

#include "client/cli/counts.h"
#include "client/cli/facet_tree.h"
#include "client/cli/facets_format.h"
#include "client/cli/style.h"
#include "client/cli/summary.h"

namespace assay::cli {
namespace {

constexpr std::size_t kMaxBar = 40;  // columns

struct Layout {
  std::size_t label = 0, count = 0, bar = 0;  // columns
  std::uint64_t most = 1;
};

std::string label_of(const Branch& branch) {
  return std::string(2 * branch.depth, ' ') + printable(branch.value.label);
}

Layout layout_of(const std::vector<Branch>& branches, const Screen& screen) {
  Layout layout;
  for (const Branch& branch : branches) {
    layout.label = std::max(layout.label, display_width(label_of(branch)));
    layout.most = std::max(layout.most, branch.value.count);
  }
  layout.count = std::to_string(layout.most).size();
  const std::size_t taken = 2 + layout.label + 2 + layout.count + 2;
  layout.bar = screen.width > taken ? std::min(screen.width - taken, kMaxBar) : 0;
  return layout;
}

// At least one column for what is there at all.
std::string bar(std::uint64_t count, const Layout& layout) {
  if (count == 0 || layout.bar == 0) return {};
  const double share = static_cast<double>(count) / static_cast<double>(layout.most);
  const auto columns = static_cast<std::size_t>(share * static_cast<double>(layout.bar) + 0.5);
  std::string result = "  ";
  for (std::size_t i = 0; i < std::max<std::size_t>(columns, 1); ++i) result += "█";
  return result;
}

std::string line(const Branch& branch, const Layout& layout, const Screen& screen) {
  const FacetCount& value = branch.value;
  const std::string text = fmt::format("{} {}  {:>{}}", value.selected ? "*" : " ",
                                       pad(label_of(branch), layout.label), value.count, layout.count);
  return paint(screen, value.selected ? kTitleStyle : fmt::text_style(), text) +
         paint(screen, kBarStyle, bar(value.count, layout)) + '\n';
}

std::string block(const FacetCounts& facet, const std::vector<Branch>& branches, const Screen& screen) {
  if (branches.empty()) return {};
  std::string text = '\n' + paint(screen, kTitleStyle, printable(facet.label)) + '\n';
  const Layout layout = layout_of(branches, screen);
  for (const Branch& branch : branches) text += line(branch, layout, screen);
  return text;
}

std::string print(const SearchReply& reply, const View& screen) {
  std::string text = summary(reply);
  for (const FacetCounts& facet : counts_of(reply)) text += block(facet, flat(facet), screen);
  return text;
}

std::string print_tree(const SearchReply& reply, const View& screen) {
  std::string text = summary(reply);
  const std::vector<FacetCounts> all = counts_of(reply);
  for (const FacetCounts& facet : all)
    if (!is_above(facet, all)) text += block(facet, tree(facet, all), screen);
  return text;
}

}  // namespace

const FacetsFormat kFacetsText = {.name = "text", .print = print, .shows = Remarks::kSuggestion};
const FacetsFormat kFacetsTree = {.name = "tree", .print = print_tree, .shows = Remarks::kSuggestion};

}  // namespace assay::cli
