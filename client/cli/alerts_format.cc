#include "client/cli/alerts_format.h"

#include <fmt/chrono.h>

#include <array>

#include "client/cli/grid.h"
#include "client/cli/hit_fields.h"
#include "client/cli/json.h"
#include "client/cli/search_format.h"

namespace assay::cli {
namespace {

using Alerts = std::vector<Alert>;

std::string time_of(const Alert& alert) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(alert.added_at)));
}

using boost::json::value;

// Tables end with the query, the longest.
constexpr std::array<Field<Alert>, 6> kFields = {{
    {"name", [](const Alert& alert) { return value(alert.name); }},
    {"query", [](const Alert& alert) { return value(alert.canonical_query); }, Shown::kJson},
    {"waiting", [](const Alert& alert) { return value(alert.waiting); }},
    {"total", [](const Alert& alert) { return value(alert.total); }},
    {"added_at", [](const Alert& alert) { return value(time_of(alert)); }},
    {"query", [](const Alert& alert) { return value(alert.canonical_query); }, Shown::kTables},
}};

Table table(const Alerts& alerts, const View& view) { return table_of(kFields, alerts, view); }

std::string alerts_text(const Alerts& alerts, const View& view) {
  if (alerts.empty()) return "No alerts\n";
  return grid_text({.rows = table(alerts, {}), .align = "lrrll", .runs_on = true}, view);
}

std::string alerts_json(const Alerts& alerts, const View&) {
  return document({{"format_version", kJsonFormatVersion}, {"alerts", rows_json(kFields, alerts)}});
}

std::string alerts_ndjson(const Alerts& alerts, const View&) { return rows_ndjson(kFields, alerts, {}); }

template <char end>
std::string alerts_ids(const Alerts& alerts, const View&) {
  std::string text;
  for (const Alert& alert : alerts) text += alert.name + end;
  return text;
}

// The articles as search writes hits.
template <const SearchFormat& format>
std::string hits(const AlertReply& reply, const View& view) {
  std::string text;
  for (std::uint64_t i = 0; i < reply.articles.size(); ++i)
    text += format.hit(reply.articles[i].hit, i, view);
  return text;
}

template <const SearchFormat& format>
std::string articles(const AlertReply& reply, const View& view) {
  return format.head({}, view) + hits<format>(reply, view);
}

std::string articles_text(const AlertReply& reply, const View& view) {
  if (reply.articles.empty()) return "Nothing new\n";
  return fmt::format("{} new article{}{}\n", reply.articles.size(), reply.articles.size() == 1 ? "" : "s",
                     reply.waiting > 0 ? fmt::format(", {} more waiting", reply.waiting) : "") +
         hits<kSearchText>(reply, view);
}

std::string articles_json(const AlertReply& reply, const View& view) {
  return open_hits({{"format_version", kJsonFormatVersion}}) + hits<kSearchJson>(reply, view) +
         close_hits({{"waiting", reply.waiting}, {"revision", reply.revision}});
}

constexpr AlertsFormat kText = {"text", alerts_text, articles_text};
constexpr AlertsFormat kJson = {"json", alerts_json, articles_json, hit_field_names};
constexpr AlertsFormat kNdjson = {"ndjson", alerts_ndjson, articles<kSearchNdjson>, hit_field_names};
constexpr AlertsFormat kCsv = {"csv", delimited<table, csv_row>, articles<kSearchCsv>, hit_field_names};
constexpr AlertsFormat kTsv = {"tsv", delimited<table, tsv_row>, articles<kSearchTsv>, hit_field_names};
constexpr AlertsFormat kIds = {"ids", alerts_ids<'\n'>, articles<kSearchIds>};
constexpr AlertsFormat kIds0 = {"ids0", alerts_ids<'\0'>, articles<kSearchIds0>};
constexpr std::array kFormats = {&kText, &kJson, &kNdjson, &kCsv, &kTsv, &kIds, &kIds0};

}  // namespace

std::span<const AlertsFormat* const> alerts_formats() { return kFormats; }

}  // namespace assay::cli
