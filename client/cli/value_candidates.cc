#include "client/cli/value_candidates.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <utility>

#include "client/cli/hit_facets.h"
#include "client/cli/session.h"

namespace assay::cli {
namespace {

using Candidates = std::vector<usage::Candidate>;

constexpr double kPatience = 0.5;  // seconds: somebody waits at a terminal

// With the facet in front where `with_names`, as --filter wants it.
Candidates values(Client& client, const std::string& facet, bool with_names) {
  SearchRequest request;
  request.limit = 0;
  request.facets = {facet};
  Candidates candidates;
  for (const FacetCounts& counts : client.search(request).facets)
    for (const FacetCount& value : counts.values)
      candidates.push_back({(with_names ? counts.facet + "=" : "") + value.value,
                            fmt::format("{} ({})", value.label, value.count)});
  return candidates;
}

Candidates councils(Client& client) { return values(client, std::string(kCouncil), false); }
Candidates choices(Client& client) { return values(client, "*", true); }

Candidates facets(Client& client) {
  Candidates candidates;
  for (const FacetInfo& facet : client.info().facets)
    candidates.push_back({facet.name, fmt::format("{} ({} values)", facet.label, facet.values)});
  return candidates;
}

Candidates alerts(Client& client) {
  Candidates candidates;
  for (const Alert& alert : client.alerts())
    candidates.push_back({alert.name, fmt::format("{} ({} waiting)", alert.canonical_query, alert.waiting)});
  return candidates;
}

Candidates sort_keys(Client& client) {
  Candidates candidates;
  std::vector<std::string> keys = {"relevance", "date", "score"};
  for (const FacetInfo& facet : client.info().facets) keys.push_back(facet.name);
  for (const std::string& key : keys) {
    candidates.push_back({key, ""});
    if (key != keys.front()) candidates.push_back({"-" + key, "the other way round"});
  }
  return candidates;
}

// By what help calls the value.
const std::map<std::string_view, Candidates (*)(Client&)> kByName = {
    {"COUNCIL", councils},    {"FACET", facets},        {"INTERVAL|FACET", facets},
    {"FACET=VALUE", choices}, {"KEY[,KEY]", sort_keys}, {"NAME", alerts}};

// What needs no daemon, by the same name.
Candidates always(std::string_view value) {
  if (value == "DATE")
    return {{"today", ""}, {"yesterday", ""}, {"lastweek", ""}, {"lastmonth", ""},
            {"1week", ""}, {"1month", ""},    {"3months", ""},  {"1year", ""}};
  Candidates candidates;
  if (value == "INTERVAL|FACET")
    for (const std::string_view interval : kIntervals) candidates.push_back({std::string(interval), ""});
  return candidates;
}

Client connect(std::vector<std::string> arguments) {
  Session session;
  CLI::App app;
  add_session_flags(app, session);
  app.allow_extras();
  app.set_help_flag();
  std::ranges::reverse(arguments);  // as CLI11 wants them
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError&) {
    session = {};  // half a flag: the daemon of the environment may do
  }
  session.complete();
  session.timeout = kPatience;
  session.retry = 0;
  return session.connect();
}

Candidates of_daemon(const std::vector<std::string>& arguments, const usage::Flag* flag,
                     const std::string& value) {
  if (value == "VALUE" && flag != nullptr) {
    Client client = connect(arguments);
    return values(client, flag->names.back().substr(2), false);
  }
  const auto found = kByName.find(value);
  if (found == kByName.end()) return {};
  Client client = connect(arguments);
  return found->second(client);
}

}  // namespace

usage::ValuesOf values_of_daemon(const std::vector<std::string>& arguments) {
  return [&arguments](const usage::Flag* flag, const std::string& value) -> Candidates {
    Candidates candidates = always(value);
    try {
      for (usage::Candidate& each : of_daemon(arguments, flag, value)) candidates.push_back(std::move(each));
    } catch (const Error&) {  // it may be away
    }
    return candidates;
  };
}

}  // namespace assay::cli
