#include "bench/load/report.h"

#include <fmt/format.h>

#include <array>
#include <boost/json.hpp>

namespace assay::bench {
namespace {

double ms(std::chrono::nanoseconds duration) { return static_cast<double>(duration.count()) / 1e6; }

// To three digits behind the point: the buckets hold no more.
double rounded_ms(std::chrono::nanoseconds duration) {
  return static_cast<double>((duration.count() + 500) / 1'000) / 1e3;
}

struct Share {
  const char* name;
  double share;
};
constexpr std::array<Share, 4> kShares = {{{"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}, {"p999", 0.999}}};

std::string mode(const LoadOptions& options) {
  if (!options.rate) return "closed";
  return options.arrivals == Arrivals::kPoisson ? "open, Poisson" : "open, uniform";
}

std::string known(const std::optional<double>& number) {
  return number ? fmt::format("{:.2f}", *number) : "-";
}

}  // namespace

std::string table_head() {
  std::string head = fmt::format("{:<14}{:>8}{:>9}{:>9}{:>9}{:>9}", "loop", "clients", "asked/s", "asked",
                                 "OK/s", "mean ms");
  for (const Share& each : kShares) head += fmt::format("{:>9}", each.name);
  return head + fmt::format("{:>9}{:>9}{:>9}\n", "max", "lag ms", "CPU ms");
}

std::string table_row(const LoadOptions& options, const LoadResult& result) {
  const double seconds = std::chrono::duration<double>(options.duration).count();
  std::string row = fmt::format("{:<14}{:>8}{:>9.1f}{:>9}{:>9.1f}{:>9.2f}", mode(options), options.clients,
                                static_cast<double>(result.asked) / seconds, result.asked, result.ok_a_second,
                                ms(result.latency.mean()));
  for (const Share& each : kShares) row += fmt::format("{:>9.2f}", ms(result.latency.at(each.share)));
  row += fmt::format("{:>9.2f}{:>9.2f}{:>9}\n", ms(result.latency.max()), ms(result.worst_lag),
                     known(result.cpu_ms_an_answer));
  for (const auto& [name, count] : result.outcomes)
    if (name != "OK") row += fmt::format("    {} {}\n", name, count);
  if (result.idle)
    row += fmt::format(
        "    idle connections {}, kept {}: daemon {} KiB, before {} KiB, {:.2f} KiB each\n", options.idle,
        result.idle->left, result.idle->kib_with, result.idle->kib_before,
        (static_cast<double>(result.idle->kib_with) - static_cast<double>(result.idle->kib_before)) /
            static_cast<double>(options.idle));
  return row;
}

std::string json(const LoadOptions& options, const LoadResult& result) {
  boost::json::object told = {{"mode", options.rate ? "open" : "closed"}, {"clients", options.clients}};
  if (options.rate) {
    told["rate"] = *options.rate;
    told["arrivals"] = options.arrivals == Arrivals::kPoisson ? "poisson" : "uniform";
  }
  told["warm_up_ms"] = options.warm_up.count();
  told["duration_ms"] = options.duration.count();
  told["asked"] = result.asked;
  told["ok_a_second"] = result.ok_a_second;
  boost::json::object latency = {{"mean", rounded_ms(result.latency.mean())}};
  for (const Share& each : kShares) latency[each.name] = rounded_ms(result.latency.at(each.share));
  latency["max"] = rounded_ms(result.latency.max());
  told["latency_ms"] = latency;
  boost::json::object outcomes;
  for (const auto& [name, count] : result.outcomes) outcomes[name] = count;
  told["outcomes"] = outcomes;
  told["worst_lag_ms"] = rounded_ms(result.worst_lag);
  if (result.cpu_ms_an_answer) told["cpu_ms_an_answer"] = *result.cpu_ms_an_answer;
  if (result.idle)
    told["idle"] = {{"connections", options.idle},
                    {"left", result.idle->left},
                    {"kib_before", result.idle->kib_before},
                    {"kib_with", result.idle->kib_with}};
  return boost::json::serialize(told);
}

}  // namespace assay::bench
