#include "client/cli/query_flags.h"

#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "client/cli/filter_flags.h"

namespace assay::cli {

void add_query_flags(CLI::App& app, QueryFlags& flags) {
  add_filter_flags(app, flags.filters);
  const char* dates =
      "2025, 2025-06, 2025-06-30, yesterday, 'last week', '7 days ago' or a span such as 3months";
  app.add_option("--since", flags.since, std::string("Published on or after: ") + dates)->type_name("DATE");
  app.add_option("--until", flags.until, std::string("Published on or before: ") + dates)->type_name("DATE");
  app.add_flag("--no-synonyms", flags.no_synonyms, "Take words as they are, without the index's synonyms");
  app.add_flag("--fold", flags.fold, "Take articles that are copies of one another as one");
}

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

SearchRequest make_request(const QueryFlags& flags, const std::vector<std::string>& words, Session& session) {
  SearchRequest request;
  request.query = session.query = joined(words);
  request.filters = flags.filters;
  request.since = flags.since;
  request.until = flags.until;
  request.no_synonyms = flags.no_synonyms;
  request.fold = flags.fold;
  request.limit = 0;
  return request;
}

}  // namespace assay::cli
