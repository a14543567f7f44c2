// assay facets: how the matches spread over the values of each facet.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>

#include "client/cli/facets_format.h"
#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/hit_facets.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

constexpr std::array kFormats = {&kFacetsText,   &kFacetsTree, &kFacetsJson,
                                 &kFacetsNdjson, &kFacetsCsv,  &kFacetsTsv};

struct Flags {
  QueryFlags query;
  std::vector<std::string> facets;
  std::string by, prefix;
  bool score_bands = false;
  Choice<FacetsFormat> format;
};

bool is_interval(std::string_view by) { return std::ranges::find(kIntervals, by) != kIntervals.end(); }

// "assay facets rating" looks for the word, which nobody expects who wants the ratings counted.
void hint_at_facet(const Flags& flags, const std::vector<std::string>& words) {
  if (words.size() != 1 || !flags.facets.empty() || !flags.by.empty()) return;
  for (const std::string_view facet : {kRating, kCouncil, kTheme, kRegion})
    if (words.front() == facet)
      write_error(fmt::format("note: {0} was searched for; did you mean assay facets --facet {0}?\n", facet));
}

Exit run(const Flags& flags, Session& session, const std::vector<std::string>& words) {
  const FacetsFormat& format = *flags.format;
  SearchRequest request = make_request(flags.query, words, session);
  request.facets = flags.facets;
  if (is_interval(flags.by))
    request.histogram = flags.by;
  else if (!flags.by.empty())
    request.facets.push_back(flags.by);
  if (request.facets.empty()) request.facets = {"*"};
  request.score_bands = flags.score_bands;
  request.facet_prefix = flags.prefix;
  Names names{&request.filters};
  for (std::string& facet : request.facets) names.facets.push_back(&facet);
  Client client = session.connect();
  const SearchReply reply = with_full_names(client, names, [&] { return client.search(request); });
  write_output(format.print(reply, flags.format.view(session.screen())));
  print_remarks(reply.notes, reply.suggestion, format.shows);
  hint_at_facet(flags, words);
  return reply.total > 0 ? Exit::kFound : Exit::kNone;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_query_flags(app, flags->query);
  app.add_option("--facet", flags->facets, "Only this facet; again for another one")
      ->type_name("FACET")
      ->allow_extra_args(false);
  app.add_option("--find", flags->prefix, "Only values with a name in which a word begins so")
      ->type_name("TEXT");
  app.add_option(
         "--by", flags->by,
         "Count by date of publication too, by month, quarter or year; or, as --facet, by a facet alone")
      ->type_name("INTERVAL|FACET");
  app.add_flag("--score-bands", flags->score_bands, "Count by overall score too");
  add_format_flag<FacetsFormat>(app, flags->format, kFormats);
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

constexpr std::array kInstead = {
    Instead{"list", "assay facets --facet council"}, Instead{"councils", "assay facets --facet council"},
    Instead{"ratings", "assay facets --facet rating"}, Instead{"themes", "assay facets --facet theme"},
    Instead{"regions", "assay facets --facet region"}};

}  // namespace

const Verb kFacets = {.name = "facets",
                      .arguments = "[QUERY...]",
                      .summary = "Count the matches of each facet's values",
                      .examples = R"(  assay facets '"hospital discharge"' --facet rating --by year
  assay facets --facet council --facet region --tree
  assay facets --since 2025 --format csv > counts.csv
)",
                      .instead = kInstead,
                      .define = define};

}  // namespace assay::cli
