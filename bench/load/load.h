// Requests put to a running searchd at a chosen pace, and what comes of them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "bench/load/histogram.h"
#include "bench/load/mix.h"
#include "client/assay.h"

namespace assay::bench {

enum class Arrivals { kPoisson, kUniform };

struct LoadOptions {
  std::size_t clients = 8;  // connections
  // Closed loop: each client asks again when it is answered. Open loop: so many requests a second arrive over
  // all clients, answered or not, and go to the clients in turn.
  std::optional<double> rate{};
  Arrivals arrivals = Arrivals::kPoisson;
  std::chrono::milliseconds warm_up{2'000};  // asked as well, but not counted
  std::chrono::milliseconds duration{10'000};
  std::uint32_t deadline_ms = 0;  // of each request; 0: the daemon's default
  std::size_t idle = 0;           // further connections that are greeted and then silent
  std::uint32_t seed = 1;         // of the arrivals
};

struct IdleCost {
  std::uint64_t kib_before = 0, kib_with = 0;  // resident memory of the daemon without and with them
  std::size_t left = 0;                        // connections that the daemon still kept at the end
};

struct LoadResult {
  std::uint64_t asked = 0;  // requests meant for the time that counts
  // What became of them: names of codes, and LOST (the connection broke), UNANSWERED (at the end of
  // patience).
  std::map<std::string, std::uint64_t> outcomes{};
  // Of those that were answered OK: from the time at which each was meant to be sent, so that requests that
  // had to wait for their turn are not flattered.
  Histogram latency{};
  double ok_a_second = 0;  // answers that came within the time that counts
  // The worst delay between the time at which a request was meant to be sent and the sending: a long one says
  // that this process, not the daemon, is what is measured.
  std::chrono::nanoseconds worst_lag{0};
  std::optional<double> cpu_ms_an_answer{};  // of the daemon, any answer; where the system tells it
  std::optional<IdleCost> idle{};
};

// On one thread. Throws std::runtime_error when the daemon cannot be reached or all connections are lost.
LoadResult run_load(const Endpoint& endpoint, const Mix& mix, const LoadOptions& options);

}  // namespace assay::bench
