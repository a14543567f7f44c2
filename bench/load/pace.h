// When the requests of an open loop are meant to be sent.
#pragma once

#include <chrono>
#include <random>

#include "bench/load/load.h"

namespace assay::bench {

using Clock = std::chrono::steady_clock;

// Does not heed how long anything takes. Not thread-safe.
class Pace {
 public:
  Pace(Clock::time_point start, double rate, Arrivals arrivals, std::uint32_t seed)
      : next_(start), rate_(rate), arrivals_(arrivals), random_(seed), gaps_(rate) {
    advance();
  }

  Clock::time_point next() const { return next_; }
  void advance() {
    const double seconds = arrivals_ == Arrivals::kUniform ? 1 / rate_ : gaps_(random_);
    next_ += std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  }

 private:
  Clock::time_point next_;
  double rate_;
  Arrivals arrivals_;
  std::mt19937_64 random_;
  std::exponential_distribution<double> gaps_;
};

}  // namespace assay::bench
