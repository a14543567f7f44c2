#include "client/cli/query_flags.h"

#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <string_view>

#include "client/cli/hit_facets.h"
#include "client/cli/output.h"
#include "client/cli/screen.h"

namespace assay::cli {
namespace {

void add_filter(CLI::App& app, const char* flag, std::vector<std::string>& values, const char* help) {
  // One value a flag: what follows belongs to the query.
  app.add_option(flag, values, help)->type_name("VALUE")->allow_extra_args(false);
}

void filter(SearchRequest& request, std::string_view facet, const std::vector<std::string>& values) {
  if (!values.empty()) request.filters.push_back({std::string(facet), values});
}

}  // namespace

void add_query_flags(CLI::App& app, QueryFlags& flags) {
  add_filter(app, "--rating", flags.ratings, "Only this rating; again for another one (any of them matches)");
  add_filter(app, "--council", flags.councils, "Only this council; again for another one");
  add_filter(app, "--theme", flags.themes, "Only this theme; again for another one");
  const char* dates = "2025, 2025-06, 2025-06-30, today, yesterday or a span such as 3months";
  app.add_option("--since", flags.since, std::string("Published on or after: ") + dates)->type_name("DATE");
  app.add_option("--until", flags.until, std::string("Published on or before: ") + dates)->type_name("DATE");
}

SearchRequest make_request(const QueryFlags& flags, const std::vector<std::string>& words, Session& session) {
  SearchRequest request;
  request.query = session.query = fmt::format("{}", fmt::join(words, " "));
  filter(request, kRating, flags.ratings);
  filter(request, kCouncil, flags.councils);
  filter(request, kTheme, flags.themes);
  request.since = flags.since;
  request.until = flags.until;
  request.limit = 0;
  return request;
}

void print_notes(const std::vector<Note>& notes) {
  for (const Note& note : notes) write_error("note: " + printable(note.text) + '\n');
}

}  // namespace assay::cli
