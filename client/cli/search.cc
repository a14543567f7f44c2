// assay search: hits, page after page until enough are had.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <limits>
#include <memory>

#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/search_format.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

struct Flags {
  QueryFlags query;
  std::string sort = "relevance", format = "text", limit = "10";
  bool feedback = false;
  std::uint32_t offset = 0;
};

std::uint64_t parse_limit(const std::string& text) {
  if (text == "all") return std::numeric_limits<std::uint64_t>::max();
  std::uint64_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc{} || end != text.data() + text.size())
    throw Error(ErrorKind::kInvalid, "--limit: a number or \"all\" is wanted, not \"" + text + "\"");
  return limit;
}

Sort parse_sort(const std::string& text) {
  if (text == "date") return Sort::kDateAscending;
  return text == "-date" ? Sort::kDateDescending : Sort::kRelevance;
}

// Writes the hits of `page` and of the pages after it, `wanted` in all; `first` learns their notes.
void write_hits(Client& client, SearchRequest request, SearchReply& first, const SearchFormat& format,
                const View& view) {
  std::vector<Hit> hits = std::move(first.hits);
  std::uint64_t written = 0;
  while (!hits.empty()) {
    std::string text;
    for (const Hit& hit : hits) text += format.hit(hit, written++, view);
    write_output(text);
    if (written >= view.shown) return;
    request.offset = static_cast<std::uint32_t>(view.offset + written);
    request.limit =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(view.shown - written, client.max_hits()));
    request.facets.clear();
    SearchReply page = client.search(request);
    if (page.revision != std::exchange(first.revision, page.revision))
      first.notes.push_back({"the index changed while the hits were fetched: some may be missing or twice"});
    hits = std::move(page.hits);
  }
}

Exit run(const Flags& flags, Session& session, const std::vector<std::string>& words) {
  const std::uint64_t limit = parse_limit(flags.limit);
  const SearchFormat& format = **std::ranges::find(search_formats(), flags.format, &SearchFormat::name);
  SearchRequest request = make_request(flags.query, words, session);
  request.sort = parse_sort(flags.sort);
  request.offset = flags.offset;
  request.feedback = flags.feedback;
  if (format.facets) request.facets = {"*"};

  Client client = session.connect();
  request.limit = static_cast<std::uint32_t>(std::min<std::uint64_t>(limit, client.max_hits()));
  SearchReply first = client.search(request);
  const std::uint64_t reachable = first.total > flags.offset ? first.total - flags.offset : 0;
  const View view{session.screen(), flags.offset, std::min(limit, reachable)};
  write_output(format.head(first, view));
  write_hits(client, request, first, format, view);
  write_output(format.tail(first, view));
  if (!format.carries_notes) print_notes(first.notes);
  return first.total > 0 ? Exit::kFound : Exit::kNone;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_query_flags(app, flags->query);
  app.add_option("--sort", flags->sort, "Order of the hits; date: oldest first, -date: newest first")
      ->type_name("ORDER")
      ->check(CLI::IsMember({"relevance", "date", "-date"}));
  app.add_flag("--feedback", flags->feedback, "By relevance: lift articles that are like the best");
  app.add_option("--limit", flags->limit, "Hits wanted, or all")->type_name("N")->capture_default_str();
  app.add_option("--offset", flags->offset, "Hits to leave out at the start")->type_name("N");
  std::vector<std::string> formats;
  for (const SearchFormat* format : search_formats()) formats.emplace_back(format->name);
  app.add_option("--format", flags->format, "How to write the hits")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(formats));
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kSearch = {.name = "search",
                      .arguments = "[QUERY...]",
                      .summary = "Find articles (the verb may be left out)",
                      .examples = R"(  assay search '"direct payments" -budget' --rating good
  assay search safeguarding --council Leeds --since 2025 --sort -date
  assay search '"unpaid carers"' --limit all --format csv > carers.csv
  assay search -- -budget
)",
                      .define = define};

}  // namespace assay::cli
