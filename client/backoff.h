// When to try again what failed.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <random>

#include "client/assay.h"
#include "client/waiting.h"

namespace assay::client {

// Pauses that double, each cut short by chance ("full jitter") so that many clients do not come back
// together. Not thread-safe.
class Backoff {
 public:
  static constexpr std::chrono::milliseconds kFirst{50}, kLongest{5'000};

  // Tries go on for `total` from the first failure.
  explicit Backoff(std::chrono::milliseconds total, std::optional<std::uint32_t> seed = std::nullopt)
      : total_(total), seed_(seed) {}

  // The pause before the next try, `now` that one failed: at least what the error asks for. Nothing when the
  // error stays, or the time is over.
  std::optional<std::chrono::milliseconds> next(const Error& error, Clock::time_point now);
  // Waits that long. Throws `error` where there is no next try, and Interrupted.
  void pause(const Error& error, const Interrupt* interrupt = nullptr);
  // Something succeeded: the next failure is a first one.
  void reset() { began_.reset(); }

 private:
  std::chrono::milliseconds total_;
  const std::optional<std::uint32_t> seed_;
  std::optional<std::mt19937> random_;  // made at the first failure: most calls have none
  std::optional<Clock::time_point> began_;
  std::chrono::milliseconds longest_{kFirst};
};

}  // namespace assay::client
