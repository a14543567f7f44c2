#include "bench/load/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace assay::bench {
namespace {

// Each power of two is cut into so many buckets; numbers below twice as many have a bucket each.
constexpr std::size_t kCuts = 128;
constexpr std::size_t kBuckets = (64 - std::bit_width(2 * kCuts - 1) + 2) * kCuts;

std::size_t bucket_of(std::uint64_t value) {
  if (value < 2 * kCuts) return value;
  const int shift = std::bit_width(value) - std::bit_width(2 * kCuts - 1);
  return static_cast<std::size_t>(shift) * kCuts + (value >> shift);
}

std::uint64_t middle_of(std::size_t bucket) {
  if (bucket < 2 * kCuts) return bucket;
  const std::size_t shift = bucket / kCuts - 1;
  const std::uint64_t first = static_cast<std::uint64_t>(bucket - shift * kCuts) << shift;
  return first + (std::uint64_t{1} << shift) / 2;
}

}  // namespace

Histogram::Histogram() : buckets_(kBuckets) {}

void Histogram::add(Duration duration) {
  duration = std::max(duration, Duration{0});
  ++buckets_[bucket_of(static_cast<std::uint64_t>(duration.count()))];
  ++count_;
  sum_ += static_cast<double>(duration.count());
  max_ = std::max(max_, duration);
}

Histogram::Duration Histogram::at(double share) const {
  const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
  std::uint64_t passed = 0;
  for (std::size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
    passed += buckets_[bucket];
    if (passed > 0 && passed >= wanted)
      return std::min(max_, Duration(static_cast<Duration::rep>(middle_of(bucket))));
  }
  return max_;
}

Histogram::Duration Histogram::mean() const {
  return Duration(count_ == 0 ? 0 : static_cast<Duration::rep>(sum_ / static_cast<double>(count_)));
}

}  // namespace assay::bench
