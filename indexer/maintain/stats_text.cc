#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "indexer/maintain/disk.h"
#include "indexer/maintain/stats.h"

namespace assay::maintain {
namespace {

namespace json = boost::json;

constexpr std::size_t kValuesShown = 8;

std::string iso_time(std::int64_t seconds) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

double index_over_text(const Stats& stats) {
  if (stats.text_bytes == 0) return 0;
  return static_cast<double>(stats.index_bytes) / static_cast<double>(stats.text_bytes);
}

std::string facet_line(const FacetStats& facet) {
  std::string line =
      fmt::format("  {:<9} {} of {} values", facet.name, facet.counts.size(), facet.known_values);
  const std::size_t shown = std::min(facet.counts.size(), kValuesShown);
  for (std::size_t i = 0; i < shown; ++i)
    line += fmt::format("{}{} {}", i == 0 ? ": " : ", ", facet.counts[i].first, facet.counts[i].second);
  return line + (shown < facet.counts.size() ? ", ...\n" : "\n");
}

}  // namespace

std::string to_text(const Stats& stats) {
  std::string text = fmt::format("articles    {}\n", stats.articles);
  text += fmt::format("terms       {}, of them {} words\n", stats.terms, stats.words);
  text += fmt::format("length      {} words\n", stats.length);
  text += fmt::format("text        {}\n", megabytes(stats.text_bytes));
  text += fmt::format("index       {}, {:.2f} times the text\n", megabytes(stats.index_bytes),
                      index_over_text(stats));
  for (const auto& [file, bytes] : stats.tables)
    text += fmt::format("  {:<18} {:>12}\n", file, megabytes(bytes));
  text += fmt::format("copies      {} articles in {} groups\n", stats.copies, stats.groups);
  text += fmt::format("generation  {}, revision {}\n", stats.generation, stats.revision);
  text += fmt::format("committed   {}\n", iso_time(stats.committed));
  text +=
      fmt::format("format      {}, analyzer {}, taxonomy {}\n", stats.format, stats.analyzer, stats.taxonomy);
  text += fmt::format("index id    {}\n", stats.index_id);
  text += "facets\n";
  for (const FacetStats& facet : stats.facets) text += facet_line(facet);
  return text;
}

std::string to_json(const Stats& stats) {
  json::object tables, facets;
  for (const auto& [file, bytes] : stats.tables) tables[file] = bytes;
  for (const FacetStats& facet : stats.facets) {
    json::object& counts = facets[facet.name].emplace_object();
    for (const auto& [value, articles] : facet.counts) counts[value] = articles;
  }
  return json::serialize(json::object{{"articles", stats.articles},
                                      {"terms", stats.terms},
                                      {"words", stats.words},
                                      {"length", stats.length},
                                      {"text_bytes", stats.text_bytes},
                                      {"index_bytes", stats.index_bytes},
                                      {"index_over_text", index_over_text(stats)},
                                      {"tables", tables},
                                      {"copies", stats.copies},
                                      {"groups", stats.groups},
                                      {"generation", stats.generation},
                                      {"revision", stats.revision},
                                      {"committed", iso_time(stats.committed)},
                                      {"format", stats.format},
                                      {"analyzer", stats.analyzer},
                                      {"taxonomy", stats.taxonomy},
                                      {"index_id", stats.index_id},
                                      {"facets", facets}}) +
         "\n";
}

}  // namespace assay::maintain
