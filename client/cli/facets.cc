// assay facets: how the matches spread over the values of each facet.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>

#include "client/cli/facets_format.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

constexpr std::array kFormats = {&kFacetsText, &kFacetsJson, &kFacetsCsv, &kFacetsTsv};

struct Flags {
  QueryFlags query;
  std::vector<std::string> facets;
  std::string format = "text";
};

Exit run(const Flags& flags, Session& session, const std::vector<std::string>& words) {
  const FacetsFormat& format = **std::ranges::find(kFormats, flags.format, &FacetsFormat::name);
  SearchRequest request = make_request(flags.query, words, session);
  request.facets = flags.facets.empty() ? std::vector<std::string>{"*"} : flags.facets;
  const SearchReply reply = session.connect().search(request);
  write_output(format.print(reply, session.screen()));
  if (!format.carries_notes) print_notes(reply.notes);
  return reply.total > 0 ? Exit::kFound : Exit::kNone;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_query_flags(app, flags->query);
  app.add_option("--facet", flags->facets, "Only this facet; again for another one")
      ->type_name("NAME")
      ->allow_extra_args(false);
  std::vector<std::string> formats;
  for (const FacetsFormat* format : kFormats) formats.emplace_back(format->name);
  app.add_option("--format", flags->format, "How to write the counts")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(formats));
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kFacets = {.name = "facets",
                      .arguments = "[QUERY...]",
                      .summary = "Count the matches of each facet's values",
                      .examples = R"(  assay facets '"hospital discharge"' --facet rating
  assay facets --since 2025 --format csv > counts.csv
)",
                      .define = define};

}  // namespace assay::cli
