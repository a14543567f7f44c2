// Durations, counted in buckets whose width grows with the durations, so that memory does not.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace assay::bench {

// Not thread-safe.
class Histogram {
 public:
  using Duration = std::chrono::nanoseconds;

  Histogram();

  void add(Duration duration);  // below 0 counts as 0

  std::uint64_t count() const { return count_; }
  // A duration that `share` (above 0, up to 1) of those added do not pass: at most 0.4 % off the exact one. 0
  // when nothing was added.
  Duration at(double share) const;
  Duration mean() const;                 // exact
  Duration max() const { return max_; }  // exact

 private:
  std::vector<std::uint64_t> buckets_;
  std::uint64_t count_ = 0;
  double sum_ = 0;
  Duration max_{0};
};

}  // namespace assay::bench
