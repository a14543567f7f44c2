// assay info: what daemon answers, and from which index.
#include <fmt/core.h>

#include <array>

#include "client/cli/json.h"
#include "client/cli/single_reply.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

std::string print_text(const Info& info, const View&) {
  std::string text =
      fmt::format("server    {}\nindex     {}\nformat    {}\nrevision  {}\narticles  {}\nuptime    {} s\n",
                  printable(info.server), printable(info.index_id), info.format_version, info.revision,
                  info.articles, info.uptime.count());
  if (info.degraded) text += fmt::format("degraded  {}\n", printable(info.degraded_reason));
  for (const FacetInfo& facet : info.facets)
    text += fmt::format("facet     {} ({}), {} values\n", printable(facet.name), printable(facet.label),
                        facet.values);
  return text;
}

std::string print_json(const Info& info, const View&) {
  boost::json::object object;
  object["format_version"] = kJsonFormatVersion;
  object["server"] = info.server;
  object["index_id"] = info.index_id;
  object["index_format_version"] = info.format_version;
  object["revision"] = info.revision;
  object["articles"] = info.articles;
  object["uptime_seconds"] = info.uptime.count();
  object["degraded"] = info.degraded;
  object["degraded_reason"] = or_null(info.degraded_reason);
  boost::json::array facets;
  for (const FacetInfo& facet : info.facets)
    facets.push_back(
        boost::json::object{{"name", facet.name}, {"label", facet.label}, {"values", facet.values}});
  object["facets"] = std::move(facets);
  return document(object);
}

constexpr Format<Info> kText = {.name = "text", .print = print_text};
constexpr Format<Info> kJson = {.name = "json", .print = print_json};
constexpr std::array kFormats = {&kText, &kJson};

Info ask(const Session& session, const std::vector<std::string>& words) {
  if (!words.empty()) throw Error(ErrorKind::kInvalid, "info takes no arguments; see assay info --help");
  return session.connect().info();
}

Action define(CLI::App& app) { return define_single<Info>(app, {kFormats, ask}); }

constexpr std::array kInstead = {Instead{"status", "assay info"}, Instead{"stats", "assay info"}};

}  // namespace

const Verb kInfo = {.name = "info",
                    .arguments = "",
                    .summary = "Show the daemon and its index",
                    .examples = "  assay info --format json\n",
                    .instead = kInstead,
                    .define = define};

}  // namespace assay::cli
