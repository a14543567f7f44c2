// Search for people: what was found, then the facets by which to narrow it.
#include <fmt/core.h>

#include <algorithm>

#include "client/cli/hit_facets.h"
#include "client/cli/search_format.h"
#include "client/cli/shown_facets.h"
#include "client/cli/snippet.h"
#include "client/cli/spark_line.h"
#include "client/cli/style.h"
#include "client/cli/summary.h"

namespace assay::cli {
namespace {

constexpr std::size_t kMaxSparkLine = 60;  // columns

std::string head(const SearchReply& first, const View& view) {
  if (view.shown == 0 || view.shown == first.total) return summary(first);
  return summary(first, fmt::format("{} to {} shown", view.offset + 1, view.offset + view.shown));
}

std::string copies_note(std::uint32_t copies) {
  return copies > 1 ? fmt::format("  (one of {} copies)", copies) : "";
}

std::string hit(const Hit& hit, std::uint64_t, const View& view) {
  std::string snippets;
  for (const Snippet& snippet : hit.snippets) snippets += snippet_lines(snippet, view);
  return '\n' + title_line(view, hit.title, hit.url) +
         byline(view, {hit.date, rating_of(hit.facets), labels_of(hit.facets, kCouncil), hit.publisher}) +
         snippets + paint(view, kDimStyle, printable(hit.id) + copies_note(hit.copies)) + '\n';
}

std::string facet_line(const FacetCounts& facet, std::size_t label_width, const Screen& screen) {
  const std::vector<FacetCount>& values = facet.values;
  std::vector<Piece> shown;
  for (std::size_t i = 0; i < std::min(values.size(), kNamedValues); ++i)
    shown.push_back({fmt::format("{} {}", printable(values[i].label), values[i].count),
                     values[i].selected ? kTitleStyle : fmt::text_style()});
  if (values.size() > kNamedValues) shown.push_back({fmt::format("{} more", values.size() - kNamedValues)});
  return paint(screen, kDimStyle, pad(printable(facet.label), label_width)) + "  " +
         flowing(screen, shown, label_width + 2);
}

std::string date_line(const DateHistogram& histogram, std::size_t label_width, const Screen& screen) {
  const std::size_t room = screen.width > label_width + 2 ? screen.width - label_width - 2 : 0;
  const std::string line = spark_line(histogram, std::min(room, kMaxSparkLine));
  if (line.empty()) return {};
  return paint(screen, kDimStyle, pad("Date", label_width)) + "  " + line + '\n';
}

std::string tail(const SearchReply& first, const View& view) {
  const std::vector<FacetCounts> facets = shown_facets(first);
  if (facets.empty()) return {};
  std::size_t label_width = 0;
  for (const FacetCounts& facet : facets) label_width = std::max(label_width, display_width(facet.label));
  std::string text = "\n";
  for (const FacetCounts& facet : facets) text += facet_line(facet, label_width, view);
  return text + date_line(first.histogram, label_width, view);
}

}  // namespace

const SearchFormat kSearchText = {
    .name = "text", .facets = true, .head = head, .hit = hit, .tail = tail, .shows = Remarks::kSuggestion};

}  // namespace assay::cli
