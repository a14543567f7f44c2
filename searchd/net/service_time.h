// How long requests take, of late.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace assay::net {

// Keeps the first two moments of the times, E[S] and E[S²], as means in which the last kMemory requests count
// most. Not thread-safe.
class ServiceTime {
 public:
  static constexpr std::size_t kMemory = 128;

  void add(std::chrono::duration<double> time) {
    seen_ = std::min(seen_ + 1, kMemory);
    const double weight = 1.0 / static_cast<double>(seen_), seconds = time.count();
    mean_ += weight * (seconds - mean_);
    mean_square_ += weight * (seconds * seconds - mean_square_);
  }

  // E[S]. Zero before the first.
  std::chrono::duration<double> mean() const { return std::chrono::duration<double>(mean_); }
  // E[S²] / E[S]: the mean length of the request that one finds in progress on a busy thread, which is
  // likelier to be a long one (the inspection paradox of renewal theory). Zero before the first.
  std::chrono::duration<double> met() const {
    return std::chrono::duration<double>(mean_ > 0 ? mean_square_ / mean_ : 0);
  }

 private:
  std::size_t seen_ = 0;
  double mean_ = 0, mean_square_ = 0;
};

}  // namespace assay::net
