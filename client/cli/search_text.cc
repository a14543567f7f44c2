// Search for people: what was found, then the facets by which to narrow it.
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "client/cli/hit_facets.h"
#include "client/cli/search_format.h"
#include "client/cli/snippet.h"
#include "client/cli/style.h"
#include "client/cli/summary.h"

namespace assay::cli {
namespace {

constexpr std::array kShownFacets = {kRating, kCouncil, kTheme};
constexpr std::size_t kShownValues = 5;

std::string head(const SearchReply& first, const View& view) {
  if (view.shown == 0 || view.shown == first.total) return summary(first);
  return summary(first, fmt::format("{} to {} shown", view.offset + 1, view.offset + view.shown));
}

std::string copies_note(std::uint32_t copies) {
  return copies > 1 ? fmt::format("  (one of {} copies)", copies) : "";
}

std::string hit(const Hit& hit, std::uint64_t, const View& view) {
  const Screen& screen = view.screen;
  std::string snippets;
  for (const Snippet& snippet : hit.snippets) snippets += snippet_lines(snippet, screen);
  return '\n' + title_line(screen, hit.title) +
         byline(screen, {hit.date, rating_of(hit.facets), labels_of(hit.facets, kCouncil), hit.publisher}) +
         snippets + paint(screen, kDimStyle, printable(hit.id) + copies_note(hit.copies)) + '\n';
}

// The values with most articles, in that order.
std::vector<FacetCount> top(const FacetCounts& facet) {
  std::vector<FacetCount> values = facet.values;
  std::erase_if(values, [](const FacetCount& value) { return value.count == 0; });
  std::ranges::stable_sort(values, std::ranges::greater(), &FacetCount::count);
  return values;
}

std::string facet_line(const FacetCounts& facet, std::size_t label_width, const Screen& screen) {
  const std::vector<FacetCount> values = top(facet);
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(values.size(), kShownValues); ++i)
    shown.push_back(fmt::format(
        "{} {}",
        paint(screen, values[i].selected ? kTitleStyle : fmt::text_style(), printable(values[i].label)),
        values[i].count));
  if (values.size() > kShownValues) shown.push_back(fmt::format("{} more", values.size() - kShownValues));
  return paint(screen, kDimStyle, pad(printable(facet.label), label_width)) +
         fmt::format("  {}\n", fmt::join(shown, " · "));
}

std::string tail(const SearchReply& first, const View& view) {
  std::vector<const FacetCounts*> facets;
  std::size_t label_width = 0;
  for (const std::string_view name : kShownFacets) {
    const auto found = std::ranges::find(first.facets, name, &FacetCounts::facet);
    if (found == first.facets.end() || top(*found).empty()) continue;
    facets.push_back(&*found);
    label_width = std::max(label_width, display_width(found->label));
  }
  std::string text = facets.empty() ? "" : "\n";
  for (const FacetCounts* facet : facets) text += facet_line(*facet, label_width, view.screen);
  return text;
}

}  // namespace

const SearchFormat kSearchText = {
    .name = "text", .facets = true, .head = head, .hit = hit, .tail = tail, .shows = Remarks::kSuggestion};

}  // namespace assay::cli
