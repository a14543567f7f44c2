#include "bench/queries/queries.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sstream>
#include <stdexcept>

namespace assay::bench {
namespace {

constexpr std::size_t kColumns = 8;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::string query_text(const std::string& kind, const std::string& words) {
  if (kind == "ALL") return "";
  if (kind == "PHRASE") return '"' + words + '"';
  if (kind == "PREFIX") return words + '*';
  if (kind != "AND" && kind != "OR") throw std::runtime_error("no such operator: " + kind);
  std::vector<std::string> exact;
  for (const std::string& word : split(words, ' ')) exact.push_back('=' + word);
  return fmt::to_string(fmt::join(exact, kind == "OR" ? " OR " : " "));
}

// "20250131" -> "2025-01-31"
std::string iso(const std::string& day) {
  if (day.size() != 8) throw std::runtime_error("no day: " + day);
  return day.substr(0, 4) + '-' + day.substr(4, 2) + '-' + day.substr(6, 2);
}

Query query_of(const std::vector<std::string>& columns) {
  if (columns.size() < kColumns) throw std::runtime_error("a query has eight columns");
  Query query{columns[0], columns[1], {}};
  engine::SearchRequest& request = query.request;
  request.query = query_text(columns[2], columns[3]);
  if (const std::vector<std::string> filter = split(columns[4], ':'); filter.size() == 2)
    request.filters.push_back({filter[0], {filter[1]}});
  if (const std::size_t dots = columns[5].find(".."); dots != std::string::npos) {
    request.since = iso(columns[5].substr(0, dots));
    request.until = iso(columns[5].substr(dots + 2));
  }
  if (columns[6] == "date") request.sort = {{"date", true}};
  if (columns[7] == "1") request.facets = {"rating", "council", "theme"};
  request.synonyms = false;
  return query;
}

}  // namespace

std::vector<Query> read_queries(std::istream& in) {
  std::vector<Query> queries;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    try {
      queries.push_back(query_of(split(line, '\t')));
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(fmt::format("line {}: {}", number, error.what()));
    }
  }
  return queries;
}

}  // namespace assay::bench
