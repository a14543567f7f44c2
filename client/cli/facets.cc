// assay facets: how the matches spread over the values of each facet.
#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "client/cli/facets_format.h"
#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

constexpr std::array kFormats = {&kFacetsText, &kFacetsJson, &kFacetsNdjson, &kFacetsCsv, &kFacetsTsv};

struct Flags {
  QueryFlags query;
  std::vector<std::string> facets;
  std::string histogram, prefix;
  bool score_bands = false, tree = false;
  Choice<FacetsFormat> format;
};

Exit run(const Flags& flags, Session& session, const std::vector<std::string>& words) {
  const FacetsFormat& format = flags.tree ? kFacetsTree : *flags.format;
  SearchRequest request = make_request(flags.query, words, session);
  request.facets = flags.facets.empty() ? std::vector<std::string>{"*"} : flags.facets;
  request.histogram = flags.histogram;
  request.score_bands = flags.score_bands;
  request.facet_prefix = flags.prefix;
  Names names{&request.filters};
  for (std::string& facet : request.facets) names.facets.push_back(&facet);
  Client client = session.connect();
  const SearchReply reply = with_full_names(client, names, [&] { return client.search(request); });
  write_output(format.print(reply, flags.format.view(session.screen())));
  print_remarks(reply.notes, reply.suggestion, format.shows);
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
  app.add_option("--by", flags->histogram, "Count by date of publication too: by month, quarter or year")
      ->type_name("INTERVAL")
      ->check(CLI::IsMember({"month", "quarter", "year"}));
  app.add_flag("--score-bands", flags->score_bands, "Count by overall score too");
  CLI::Option* format = add_format_flag<FacetsFormat>(app, flags->format, kFormats);
  app.add_flag("--tree", flags->tree, "Text with councils under their regions and themes under their areas")
      ->excludes(format);
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kFacets = {.name = "facets",
                      .arguments = "[QUERY...]",
                      .summary = "Count the matches of each facet's values",
                      .examples = R"(  assay facets '"hospital discharge"' --facet rating --by year
  assay facets --facet council --facet region --tree
  assay facets --since 2025 --format csv > counts.csv
)",
                      .define = define};

}  // namespace assay::cli
