// Facets for people: aligned counts and a bar to compare them by.
#include <algorithm>

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

Layout layout_of(const FacetCounts& facet, const Screen& screen) {
  Layout layout;
  for (const FacetCount& value : facet.values) {
    layout.label = std::max(layout.label, display_width(value.label));
    layout.most = std::max(layout.most, value.count);
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

std::string line(const FacetCount& value, const Layout& layout, const Screen& screen) {
  const std::string text = fmt::format("{} {}  {:>{}}", value.selected ? "*" : " ",
                                       pad(printable(value.label), layout.label), value.count, layout.count);
  return paint(screen, value.selected ? kTitleStyle : fmt::text_style(), text) +
         paint(screen, kBarStyle, bar(value.count, layout)) + '\n';
}

std::string print(const SearchReply& reply, const Screen& screen) {
  std::string text = summary(reply);
  for (const FacetCounts& facet : reply.facets) {
    if (facet.values.empty()) continue;
    text += '\n' + paint(screen, kTitleStyle, printable(facet.label)) + '\n';
    const Layout layout = layout_of(facet, screen);
    for (const FacetCount& value : facet.values) text += line(value, layout, screen);
  }
  return text;
}

}  // namespace

const FacetsFormat kFacetsText = {.name = "text", .carries_notes = false, .print = print};

}  // namespace assay::cli
