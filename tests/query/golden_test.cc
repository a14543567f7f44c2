// Queries and what becomes of them: text -> tree -> canonical form -> filters and plan, with the notes.
// ASSAY_UPDATE_GOLDEN=1 writes the files anew; read the difference before keeping it.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "searchd/query/parse.h"
#include "tests/query/fake_index.h"

namespace assay::tests {
namespace {

constexpr std::string_view kQuery = "query";

// A label and what it says, without white space at the end.
std::string line(std::string_view label, const std::string& text) {
  const std::string result = fmt::format("{:<10}{}", label, text);
  return result.substr(0, result.find_last_not_of(' ') + 1) + '\n';
}

// All that the planner has to say of one query, a line each.
std::string account(const std::string& text) {
  const query::Parsed parsed = query::parse(text, facet_names());
  const query::Plan plan = plan_text(text);
  std::string out =
      line(kQuery, text) + line("tree", to_tree(*parsed.root)) + line("canonical", plan.canonical);
  for (const query::Filter& filter : plan.filters) {
    std::vector<std::string> clauses;
    for (const std::vector<schema::Ordinal>& clause : filter.clauses) {
      std::vector<std::string> ids;
      for (const schema::Ordinal ordinal : clause)
        ids.push_back(sample_schema().find(filter.facet)->values()[ordinal].id);
      clauses.push_back(fmt::format("{}", fmt::join(ids, " ")));
    }
    out += line("filter", fmt::format("{}: {}", filter.facet, fmt::join(clauses, " & ")));
  }
  out += line("plan", to_tree(plan.root));
  for (const query::Note& note : plan.notes)
    out += line("note", fmt::format("{}-{} {}", note.span.begin, note.span.end, note.text));
  return out;
}

// The query that a line gives, if it does.
std::optional<std::string> query_of(const std::string& golden_line) {
  if (golden_line != kQuery && !golden_line.starts_with("query ")) return std::nullopt;
  return golden_line.substr(std::min<std::size_t>(10, golden_line.size()));
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

class Golden : public testing::TestWithParam<const char*> {};

TEST_P(Golden, EveryQueryIsUnderstoodAsWritten) {
  const auto path = std::filesystem::path(ASSAY_SOURCE_DIR) / "tests/query/golden" / GetParam();
  const std::string golden = read(path);
  std::istringstream lines(golden);
  std::string accounts;
  for (std::string golden_line; std::getline(lines, golden_line);)
    if (const auto query = query_of(golden_line))
      accounts += (accounts.empty() ? "" : "\n") + account(*query);
  ASSERT_FALSE(accounts.empty()) << path;
  if (std::getenv("ASSAY_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << accounts;
  EXPECT_EQ(read(path), accounts);
}

INSTANTIATE_TEST_SUITE_P(Query, Golden,
                         testing::Values("words.txt", "operators.txt", "proximity.txt", "facets.txt",
                                         "dates.txt", "free_text.txt", "nothing.txt"),
                         [](const auto& file) {
                           const std::string name = file.param;
                           return name.substr(0, name.find('.'));
                         });

}  // namespace
}  // namespace assay::tests
