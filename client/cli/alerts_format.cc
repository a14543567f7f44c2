#include "client/cli/alerts_format.h"

#include <fmt/chrono.h>

#include <array>

#include "client/cli/delimited.h"
#include "client/cli/grid.h"
#include "client/cli/json.h"
#include "client/cli/search_format.h"

namespace assay::cli {
namespace {

using Alerts = std::vector<Alert>;

std::string time_of(const Alert& alert) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(alert.added_at)));
}

Table table(const Alerts& alerts) {
  Table rows = {{"name", "waiting", "total", "added_at", "query"}};
  for (const Alert& alert : alerts)
    rows.push_back({alert.name, std::to_string(alert.waiting), std::to_string(alert.total), time_of(alert),
                    alert.canonical_query});
  return rows;
}

boost::json::object alert_json(const Alert& alert) {
  return {{"name", alert.name},
          {"query", alert.canonical_query},
          {"waiting", alert.waiting},
          {"total", alert.total},
          {"added_at", time_of(alert)}};
}

std::string alerts_text(const Alerts& alerts, const Screen& screen) {
  if (alerts.empty()) return "No alerts\n";
  return grid_text({.rows = table(alerts), .align = "lrrll", .runs_on = true}, screen);
}

std::string alerts_json(const Alerts& alerts, const Screen&) {
  boost::json::array array;
  for (const Alert& alert : alerts) array.push_back(alert_json(alert));
  return document({{"format_version", kJsonFormatVersion}, {"alerts", std::move(array)}});
}

std::string alerts_ndjson(const Alerts& alerts, const Screen&) {
  std::string text;
  for (const Alert& alert : alerts) text += document(alert_json(alert));
  return text;
}

std::string alerts_ids(const Alerts& alerts, const Screen&) {
  std::string text;
  for (const Alert& alert : alerts) text += alert.name + '\n';
  return text;
}

// The articles as search writes hits.
template <const SearchFormat& format>
std::string hits(const AlertReply& reply, const Screen& screen) {
  const View view{screen, 0, reply.articles.size()};
  std::string text;
  for (std::uint64_t i = 0; i < reply.articles.size(); ++i)
    text += format.hit(reply.articles[i].hit, i, view);
  return text;
}

template <const SearchFormat& format>
std::string articles(const AlertReply& reply, const Screen& screen) {
  return format.head({}, View{screen}) + hits<format>(reply, screen);
}

std::string articles_text(const AlertReply& reply, const Screen& screen) {
  if (reply.articles.empty()) return "Nothing new\n";
  return fmt::format("{} new article{}{}\n", reply.articles.size(), reply.articles.size() == 1 ? "" : "s",
                     reply.waiting > 0 ? fmt::format(", {} more waiting", reply.waiting) : "") +
         hits<kSearchText>(reply, screen);
}

std::string articles_json(const AlertReply& reply, const Screen& screen) {
  return open_hits({{"format_version", kJsonFormatVersion}}) + hits<kSearchJson>(reply, screen) +
         close_hits({{"waiting", reply.waiting}, {"revision", reply.revision}});
}

constexpr AlertsFormat kText = {"text", alerts_text, articles_text};
constexpr AlertsFormat kJson = {"json", alerts_json, articles_json};
constexpr AlertsFormat kNdjson = {"ndjson", alerts_ndjson, articles<kSearchNdjson>};
constexpr AlertsFormat kCsv = {"csv", delimited<table, csv_row>, articles<kSearchCsv>};
constexpr AlertsFormat kTsv = {"tsv", delimited<table, tsv_row>, articles<kSearchTsv>};
constexpr AlertsFormat kIds = {"ids", alerts_ids, articles<kSearchIds>};
constexpr std::array kFormats = {&kText, &kJson, &kNdjson, &kCsv, &kTsv, &kIds};

}  // namespace

std::span<const AlertsFormat* const> alerts_formats() { return kFormats; }

}  // namespace assay::cli
