// bench_load: puts requests to a running searchd and tells how long the answers took. See README.md.
#include <fmt/format.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <fstream>
#include <stdexcept>

#include "bench/load/load.h"
#include "bench/load/report.h"

namespace {

using namespace assay;

struct Flags {
  std::string server, queries, json, arrivals = "poisson";
  double rate = 0, seconds = 10, warm_up = 2;
  bool no_head = false;
  bench::LoadOptions load;
};

// A connection takes a file descriptor; the usual soft limit is below what --idle may ask for.
void raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

std::chrono::milliseconds from_seconds(double seconds) {
  return std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(seconds * 1000));
}

bench::Mix mix(const std::string& file) {
  if (file.empty()) return bench::built_in_mix();
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  return bench::read_mix(in);
}

void declare(CLI::App& app, Flags& flags) {
  app.add_option("--server", flags.server, "Where searchd listens (else ASSAY_SERVER)")
      ->envname("ASSAY_SERVER");
  app.add_option("--clients", flags.load.clients, "Connections")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  app.add_option("--rate", flags.rate, "Open loop: requests a second; without it the loop is closed")
      ->check(CLI::PositiveNumber);
  app.add_option("--arrivals", flags.arrivals, "Of an open loop")
      ->check(CLI::IsMember({"poisson", "uniform"}))
      ->capture_default_str();
  app.add_option("--seconds", flags.seconds, "That count")->check(CLI::PositiveNumber)->capture_default_str();
  app.add_option("--warm-up", flags.warm_up, "Seconds before them")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  app.add_option("--deadline", flags.load.deadline_ms,
                 "Milliseconds of each request; 0: the daemon's default");
  app.add_option("--idle", flags.load.idle, "Further connections that stay silent")
      ->check(CLI::Range(0, 1'000'000));
  app.add_option("--seed", flags.load.seed, "Of the arrivals")->capture_default_str();
  app.add_option("--queries", flags.queries, "File of searches; else a list of its own")
      ->check(CLI::ExistingFile);
  app.add_option("--json", flags.json,
                 "File that takes the run as a line of JSON as well; - prints it instead");
  app.add_flag("--no-head", flags.no_head, "Prints the table's row alone");
}

void report(const Flags& flags, const bench::LoadResult& result) {
  const std::string json = bench::json(flags.load, result);
  if (flags.json == "-") {
    fmt::print("{}\n", json);
    return;
  }
  fmt::print("{}{}", flags.no_head ? "" : bench::table_head(), bench::table_row(flags.load, result));
  if (flags.json.empty()) return;
  std::ofstream out(flags.json);
  if (!(out << json << '\n').flush()) throw std::runtime_error("cannot write " + flags.json);
}

int run(int argc, char** argv) {
  Flags flags;
  CLI::App app{"Puts requests to a running searchd and tells how long the answers took."};
  declare(app, flags);
  CLI11_PARSE(app, argc, argv);
  if (flags.rate > 0) flags.load.rate = flags.rate;
  flags.load.arrivals = flags.arrivals == "uniform" ? bench::Arrivals::kUniform : bench::Arrivals::kPoisson;
  flags.load.duration = from_seconds(flags.seconds);
  flags.load.warm_up = from_seconds(flags.warm_up);
  raise_descriptor_limit();

  const Endpoint endpoint = flags.server.empty() ? Endpoint::standard() : Endpoint::parse(flags.server);
  const bench::LoadResult result = bench::run_load(endpoint, mix(flags.queries), flags.load);
  report(flags, result);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "bench_load: {}\n", wrong.what());
  }
  return 2;
}
