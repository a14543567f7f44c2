// bench_queries: how long the answers to classes of queries take, at the engine's API or through a running
// searchd. See README.md.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <thread>

#include "bench/queries/queries.h"
#include "client/assay.h"
#include "searchd/engine/engine.h"

namespace {

using namespace assay;
using Clock = std::chrono::steady_clock;
using Queries = std::vector<const bench::Query*>;

struct Flags {
  std::string index, server, queries, warm_up, matcher = "memory", answers;
  double seconds = 1;
  bool whole_hits = false;
  std::size_t cache_mib = 1024;
  std::vector<int> clients = {1};
};

// Total of a query, asked by one client.
using Ask = std::function<std::uint64_t(const bench::Query&)>;
// Makes a client.
using Connect = std::function<Ask()>;

assay::SearchRequest wire_request(const engine::SearchRequest& request) {
  assay::SearchRequest wire;
  wire.query = request.query;
  for (const query::RequestFilter& filter : request.filters)
    wire.filters.push_back({filter.facet, filter.values});
  wire.since = request.since;
  wire.until = request.until;
  for (const engine::SortKey& key : request.sort) wire.sort.push_back({key.field, key.descending});
  wire.facets = request.facets;
  wire.no_synonyms = !request.synonyms;
  wire.snippets = request.snippets;
  wire.no_hit_facets = !request.hit_facets;
  return wire;
}

Connect to_engine(const Flags& flags) {
  const auto engine = std::make_shared<engine::Engine>(
      flags.index,
      engine::MatcherOptions{.in_memory = flags.matcher == "memory", .cache_bytes = flags.cache_mib << 20});
  return [engine] {
    return [engine](const bench::Query& query) { return engine->search(query.request, Stop::never()).total; };
  };
}

Connect to_server(const Flags& flags) {
  return [server = flags.server] {
    const auto client = std::make_shared<Client>(Endpoint::parse(server));
    return [client](const bench::Query& query) { return client->search(wire_request(query.request)).total; };
  };
}

std::vector<bench::Query> read(const std::string& file, bool whole_hits) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  try {
    std::vector<bench::Query> queries = bench::read_queries(in);
    for (bench::Query& query : queries) {
      query.request.hit_facets = whole_hits;
      query.request.snippets = whole_hits ? 1 : 0;
    }
    return queries;
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(file + ": " + error.what());
  }
}

// Microseconds of each answer, in ascending order, and of the whole.
struct Timing {
  std::vector<double> answers;
  double whole = 0;

  double percentile(double share) const {
    const auto at = static_cast<std::size_t>(share * static_cast<double>(answers.size()));
    return answers.empty() ? 0 : answers[std::min(answers.size() - 1, at)];
  }
};

double microseconds(Clock::duration time) { return std::chrono::duration<double, std::micro>(time).count(); }

// A closed loop: each client asks the next query when it has its answer, for so long and all of them once.
Timing measure(const Queries& queries, const Connect& connect, int clients, double seconds) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::vector<double>> answers(static_cast<std::size_t>(clients));
  std::vector<Ask> asks;
  for (int i = 0; i < clients; ++i) asks.push_back(connect());
  const Clock::time_point start = Clock::now();
  const auto ask = [&](std::size_t client) {
    for (;;) {
      const Clock::time_point begin = Clock::now();
      const std::size_t at = next++;
      if (at >= queries.size() && microseconds(begin - start) > seconds * 1e6) return;
      asks[client](*queries[at % queries.size()]);
      answers[client].push_back(microseconds(Clock::now() - begin));
    }
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < asks.size(); ++i) threads.emplace_back(ask, i);
  threads.clear();
  Timing timing{{}, microseconds(Clock::now() - start)};
  for (const std::vector<double>& of_client : answers)
    timing.answers.insert(timing.answers.end(), of_client.begin(), of_client.end());
  std::sort(timing.answers.begin(), timing.answers.end());
  return timing;
}

void write_answers(const std::vector<bench::Query>& queries, const Ask& ask, const std::string& file) {
  std::ofstream out(file);
  for (const bench::Query& query : queries) {
    const Clock::time_point begin = Clock::now();
    const std::uint64_t total = ask(query);
    out << fmt::format("{}\t{}\t{:.0f}\n", query.id, total, microseconds(Clock::now() - begin));
  }
  if (!out.flush()) throw std::runtime_error("cannot write " + file);
}

void run(const Flags& flags) {
  const std::vector<bench::Query> queries = read(flags.queries, flags.whole_hits);
  const Connect connect = flags.server.empty() ? to_engine(flags) : to_server(flags);
  const Ask first = connect();
  if (!flags.answers.empty()) write_answers(queries, first, flags.answers);
  const std::vector<bench::Query> warm_up =
      read(flags.warm_up.empty() ? flags.queries : flags.warm_up, flags.whole_hits);
  for (const bench::Query& query : warm_up) first(query);
  std::vector<std::string> kinds;
  std::map<std::string, Queries> of_kind;
  for (const bench::Query& query : queries) {
    if (!of_kind.contains(query.kind)) kinds.push_back(query.kind);
    of_kind[query.kind].push_back(&query);
    of_kind["all"].push_back(&query);
  }
  kinds.emplace_back("all");
  fmt::print("class\tclients\tanswers\tp50_us\tp95_us\tp99_us\tqps\n");
  for (const int clients : flags.clients)
    for (const std::string& kind : kinds) {
      const Timing timing = measure(of_kind[kind], connect, clients, flags.seconds);
      fmt::print("{}\t{}\t{}\t{:.1f}\t{:.1f}\t{:.1f}\t{:.1f}\n", kind, clients, timing.answers.size(),
                 timing.percentile(.5), timing.percentile(.95), timing.percentile(.99),
                 static_cast<double>(timing.answers.size()) / timing.whole * 1e6);
    }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures how long the answers to classes of queries take");
  Flags flags;
  app.add_option("QUERIES", flags.queries, "File of queries")->required()->check(CLI::ExistingFile);
  CLI::Option* const index =
      app.add_option("--index", flags.index, "Asks an engine of its own")->check(CLI::ExistingDirectory);
  app.add_option("--server", flags.server, "Asks a running searchd")->excludes(index);
  app.add_option("--matcher", flags.matcher, "Of an engine of its own")
      ->check(CLI::IsMember({"memory", "xapian"}))
      ->capture_default_str();
  app.add_option("--cache-mib", flags.cache_mib, "Memory of its caches")->capture_default_str();
  app.add_option("--warm-up", flags.warm_up, "Other queries to ask first; else the same")
      ->check(CLI::ExistingFile);
  app.add_option("--clients", flags.clients, "At once; several figures are several rounds")->delimiter(',');
  app.add_option("--seconds", flags.seconds, "Of each class, at least")->capture_default_str();
  app.add_flag("--whole-hits", flags.whole_hits, "With their facets and a snippet each");
  app.add_option("--answers", flags.answers, "File that takes each query's total and first microseconds");
  CLI11_PARSE(app, argc, argv);
  try {
    if (flags.index.empty() == flags.server.empty())
      throw std::runtime_error("name either --index or --server");
    run(flags);
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_queries: {}\n", error.what());
    return 1;
  }
}
