#include "client/cli/suggest_format.h"

#include <array>

#include "client/cli/grid.h"
#include "client/cli/json.h"

namespace assay::cli {
namespace {

std::string_view name_of(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::kWord:
      return "word";
    case SuggestionKind::kValue:
      return "value";
    case SuggestionKind::kTitle:
      break;
  }
  return "title";
}

std::string print_text(const SuggestReply& reply, const Screen& screen) {
  if (reply.suggestions.empty()) return "Nothing to suggest\n";
  Grid grid{.rows = {{"kind", "articles", "suggestion", "id"}}, .align = "lrl", .runs_on = true};
  for (const Suggestion& each : reply.suggestions)
    grid.rows.push_back({each.facet.empty() ? std::string(name_of(each.kind)) : each.facet,
                         each.kind == SuggestionKind::kTitle ? "" : std::to_string(each.count), each.text,
                         each.id});
  return grid_text(grid, screen);
}

std::string print_json(const SuggestReply& reply, const Screen&) {
  boost::json::array suggestions;
  for (const Suggestion& each : reply.suggestions) {
    boost::json::object object = {{"kind", name_of(each.kind)}, {"text", each.text}};
    object["facet"] = or_null(each.facet);
    object["id"] = or_null(each.id);
    object["count"] = each.kind == SuggestionKind::kTitle ? boost::json::value() : each.count;
    suggestions.push_back(std::move(object));
  }
  return document({{"format_version", kJsonFormatVersion},
                   {"suggestions", std::move(suggestions)},
                   {"revision", reply.revision}});
}

constexpr Format<SuggestReply> kText = {.name = "text", .print = print_text};
constexpr Format<SuggestReply> kJson = {.name = "json", .print = print_json};
constexpr std::array kFormats = {&kText, &kJson};

}  // namespace

std::span<const Format<SuggestReply>* const> suggest_formats() { return kFormats; }

}  // namespace assay::cli
