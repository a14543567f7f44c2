// assay search: hits, page after page until enough are had.
#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <limits>
#include <memory>

#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/hit_fields.h"
#include "client/cli/output.h"
#include "client/cli/pages.h"
#include "client/cli/query_flags.h"
#include "client/cli/search_format.h"
#include "client/cli/sort_keys.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

struct Flags {
  QueryFlags query;
  std::string sort = "relevance", limit = "10";
  Choice<SearchFormat> format;
  const CLI::Option* limit_option = nullptr;
  bool all = false, feedback = false;
  std::uint32_t offset = 0, snippets = 1, freshness_days = 0;
};

std::uint64_t parse_limit(const std::string& text) {
  if (text == "all") return std::numeric_limits<std::uint64_t>::max();
  std::uint64_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc{} || end != text.data() + text.size())
    throw Error(ErrorKind::kInvalid, "--limit: a number or \"all\" is wanted, not \"" + text + "\"");
  return limit;
}

Exit run(const Flags& flags, Session& session, const std::vector<std::string>& words) {
  const std::uint64_t limit = parse_limit(flags.all ? "all" : flags.limit);
  const SearchFormat& format = *flags.format;
  SearchRequest request = make_request(flags.query, words, session);
  request.sort = parse_sort_keys(flags.sort);
  request.offset = flags.offset;
  request.feedback = flags.feedback;
  request.snippets = flags.snippets;
  request.freshness_days = flags.freshness_days;
  if (format.facets) request.facets = {"*"};
  if (format.ids_alone) ask_for_fields({"id"}, request);
  if (!flags.format.fields.empty()) ask_for_fields(flags.format.fields, request);
  if (format.name == "text") request.histogram = "month";

  Client client = session.connect();
  View view = flags.format.view(session.screen());
  view.offset = flags.offset;
  std::uint64_t written = 0;
  const auto begin = [&](const SearchReply& reply, std::uint64_t wanted) {
    view.shown = wanted;
    session.partial = true;
    write_output(format.head(reply, view));
  };
  const auto take = [&](const std::vector<Hit>& hits) {
    std::string text;
    for (const Hit& hit : hits) text += format.hit(hit, written++, view);
    write_output(text);
  };
  const SearchReply first = with_full_names(client, {&request.filters}, [&] {
    return fetch_hits(client, request, limit, {begin, take});
  });
  write_output(format.tail(first, view));
  session.partial = false;
  print_remarks(first.notes, first.suggestion, format.shows);
  if (flags.limit_option->empty() && written == limit && flags.offset + written < first.total &&
      (&format == &kSearchCsv || &format == &kSearchTsv))
    write_error("note: " + std::to_string(written) + " of " + std::to_string(first.total) +
                " hits; --all writes every one\n");
  return first.total > 0 ? Exit::kFound : Exit::kNone;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_query_flags(app, flags->query);
  app.add_option(
         "--sort", flags->sort,
         "Order of the hits: relevance, newest, oldest, score (the overall one) or a facet; - in front "
         "turns it round; a second key decides where the first is the same")
      ->type_name("KEY[,KEY]")
      ->capture_default_str();
  app.add_flag("--feedback", flags->feedback, "By relevance: lift articles that are like the best");
  app.add_option("--fresh", flags->freshness_days,
                 "By relevance: lift new articles, half as much after so many days")
      ->type_name("DAYS")
      ->check(CLI::PositiveNumber);
  app.add_option("--snippets", flags->snippets, "Snippets of each hit, 0 to 5")
      ->type_name("N")
      ->check(CLI::Range(0, 5));
  CLI::Option* limit = app.add_option("-n,--limit", flags->limit, "Hits wanted, or all")->type_name("N");
  flags->limit_option = limit;
  app.add_flag("--all", flags->all, "Every hit, as --limit all")->excludes(limit->capture_default_str());
  app.add_option("--offset", flags->offset, "Hits to leave out at the start")->type_name("N");
  add_format_flag(app, flags->format, search_formats());
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

constexpr std::array kInstead = {Instead{"find", "assay search"}, Instead{"query", "assay search"},
                                 Instead{"grep", "assay search"}};

}  // namespace

const Verb kSearch = {.name = "search",
                      .arguments = "[QUERY...]",
                      .summary = "Find articles (the verb may be left out)",
                      .examples = R"(  assay search '"direct payments" -budget' --rating good
  assay search safeguarding --council Leeds --since 2025 --sort rating,-date
  assay search '"unpaid carers"' --all --format csv > carers.csv
  assay search -- -budget
)",
                      .instead = kInstead,
                      .define = define};

}  // namespace assay::cli
