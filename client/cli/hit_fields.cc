#include "client/cli/hit_fields.h"

#include <algorithm>
#include <initializer_list>

#include "client/cli/hit_facets.h"
#include "client/cli/json.h"
#include "client/cli/snippet.h"

namespace assay::cli {
namespace {

namespace json = boost::json;

json::array snippets_json(const std::vector<Snippet>& snippets) {
  json::array array;
  for (const Snippet& snippet : snippets) {
    json::array marks;
    for (const auto& [begin, end] : snippet.marks) marks.push_back(json::array{begin, end});
    array.push_back(
        json::object{{"text", snippet.text}, {"marks", std::move(marks)}, {"offset", snippet.offset}});
  }
  return array;
}

}  // namespace

const std::array<Field<Hit>, 15> kHitFields = {{
    {"id", [](const Hit& hit) { return json::value(hit.id); }},
    {"title", [](const Hit& hit) { return json::value(hit.title); }},
    {"date", [](const Hit& hit) { return or_null(hit.date); }},
    {"rating", [](const Hit& hit) { return or_null(rating_of(hit.facets).id); }},
    {"rating_status", [](const Hit& hit) { return or_null(hit.rating_status); }, Shown::kJson},
    {"overall_score", [](const Hit& hit) { return or_null(hit.overall_score); }, Shown::kJson},
    {"councils", [](const Hit& hit) { return json::value(strings_json(labels_of(hit.facets, kCouncil))); }},
    {"themes", [](const Hit& hit) { return json::value(strings_json(ids_of(hit.facets, kTheme))); }},
    {"url", [](const Hit& hit) { return json::value(hit.url); }},
    {"publisher", [](const Hit& hit) { return json::value(hit.publisher); }},
    {"score", [](const Hit& hit) { return json::value(hit.score); }},
    {"snippet", [](const Hit& hit) { return json::value(snippet_html(best_snippet(hit))); },
     Shown::kEverywhere, [](const Hit& hit) { return snippet_plain(best_snippet(hit)); }},
    {"snippets", [](const Hit& hit) { return json::value(snippets_json(hit.snippets)); }, Shown::kJson,
     [](const Hit& hit) {
       Cells texts;
       for (const Snippet& snippet : hit.snippets) texts.push_back(snippet_plain(snippet));
       return list_cell(texts);
     }},
    {"group", [](const Hit& hit) { return json::value(hit.group); }, Shown::kJson},
    {"copies", [](const Hit& hit) { return json::value(hit.copies); }, Shown::kJson},
}};

std::vector<std::string_view> hit_field_names() { return names_of(kHitFields); }

void ask_for_fields(const std::vector<std::string>& fields, SearchRequest& request) {
  const auto has_one_of = [&](std::initializer_list<std::string_view> names) {
    return std::ranges::find_first_of(fields, names) != fields.end();
  };
  if (!has_one_of({"snippet", "snippets"})) request.snippets = 0;
  request.no_hit_facets = !has_one_of({"rating", "councils", "themes"});
}

}  // namespace assay::cli
