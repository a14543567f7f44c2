// Counts and gauges of the daemon, in the text format of Prometheus. docs/operations.md lists them.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "assay/v1/envelope.pb.h"

namespace assay::searchd {

// Thread-safe.
class Metrics {
 public:
  // Asked whenever the metrics are; on the thread that does. Gauges without a source are left out.
  struct Sources {
    std::function<double()> connections;
    std::function<double()> requests;  // admitted and not answered yet
    std::function<double()> refused;   // ever, for want of room
    std::function<double()> waited;    // seconds, by the first in the queue
    std::function<double()> max_wait;  // seconds that it may wait while requests are let in
    std::function<double()> result_lists;
    std::function<bool()> is_degraded;
    std::function<std::uint64_t()> revision;  // of the index; must be quick, as each request asks it
  };

  explicit Metrics(Sources sources);
  ~Metrics();

  // Takes note of a request that was answered.
  void record(const v1::Envelope& request, const v1::Envelope& reply, std::chrono::microseconds took);

  std::string text();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::searchd
