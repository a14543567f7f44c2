// bench_deaths INDEX: asks an index the dearest queries, and tells how far the worst outlived its deadline.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <exception>
#include <map>
#include <random>

#include "bench/deaths/deaths.h"
#include "searchd/engine/failure.h"

namespace {

using namespace assay;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Worst {
  Milliseconds time{0};
  std::string query;
};

// What becomes of the query, for the summary.
std::string asked(const engine::Engine& engine, const std::string& query, std::chrono::milliseconds limit,
                  Worst& worst) {
  const auto start = Stop::Clock::now();
  std::string outcome = "answered";
  try {
    engine::SearchRequest request;
    request.query = query;
    request.facets = {"*"};
    engine.search(request, Stop(start + limit));
  } catch (const engine::Failure& failure) {
    outcome = failure.kind == engine::FailureKind::kInvalid    ? "refused"
              : failure.kind == engine::FailureKind::kDeadline ? "stopped"
                                                               : failure.what();
  }
  if (const Milliseconds time = Stop::Clock::now() - start; time > worst.time) worst = {time, query};
  return outcome;
}

int run(int argc, char** argv) {
  std::string index;
  int generated = 5'000, deadline = 500;
  unsigned seed = 1;
  CLI::App app{"Asks an index the dearest queries and tells the worst time."};
  app.add_option("INDEX", index, "Folder of an index")->required();
  app.add_option("--generated", generated, "Queries made at random")->capture_default_str();
  app.add_option("--deadline", deadline, "Milliseconds a query may take")->capture_default_str();
  app.add_option("--seed", seed, "Of the random queries")->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  const engine::Engine engine(index);
  std::vector<std::string> queries = bench::deaths(engine);
  std::mt19937 random(seed);
  for (int i = 0; i < generated; ++i) queries.push_back(bench::random_death(random));
  std::map<std::string, int> outcomes;
  Worst worst;
  for (const std::string& query : queries)
    ++outcomes[asked(engine, query, std::chrono::milliseconds(deadline), worst)];
  for (const auto& [outcome, count] : outcomes) fmt::print("{}\t{}\n", outcome, count);
  fmt::print("worst\t{:.1f} ms\t{}\n", worst.time.count(), worst.query.substr(0, 500));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "bench_deaths: {}\n", wrong.what());
  }
  return 2;
}
