#include "client/backoff.h"

#include <algorithm>

namespace assay::client {

using std::chrono::milliseconds;

std::optional<milliseconds> Backoff::next(const Error& error, Clock::time_point now) {
  if (!error.retryable) return std::nullopt;
  if (!began_) {
    began_ = now;
    longest_ = kFirst;
  }
  const auto left = std::chrono::floor<milliseconds>(*began_ + total_ - now);
  const milliseconds longest = std::min(std::exchange(longest_, std::min(2 * longest_, kLongest)), left);
  if (longest <= milliseconds(0) || error.retry_after > left) return std::nullopt;
  if (!random_) random_.emplace(seed_ ? *seed_ : std::random_device()());
  std::uniform_int_distribution<milliseconds::rep> chance(0, longest.count());
  return std::min(error.retry_after + milliseconds(chance(*random_)), left);
}

void Backoff::pause(const Error& error, const Interrupt* interrupt) {
  const auto pause = next(error, Clock::now());
  if (!pause) throw error;
  wait_for(-1, 0, Clock::now() + *pause, interrupt);
}

}  // namespace assay::client
