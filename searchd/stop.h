// When work must end: at a deadline, or when somebody cancelled it. Plain data that the work itself reads.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>

namespace assay {

enum class StopReason { kNone, kDeadline, kCancelled };

// Copies share the cancel flag. Thread-safe.
class Stop {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Stop(Clock::time_point deadline)
      : deadline_(deadline), cancelled_(std::make_shared<std::atomic<bool>>(false)) {}
  static Stop never() { return Stop(Clock::time_point::max()); }

  // The same flag, another deadline.
  Stop until(Clock::time_point deadline) const {
    Stop stop = *this;
    stop.deadline_ = deadline;
    return stop;
  }

  void cancel() const { cancelled_->store(true, std::memory_order_relaxed); }
  bool cancelled() const { return cancelled_->load(std::memory_order_relaxed); }
  Clock::time_point deadline() const { return deadline_; }

  StopReason reason() const {
    if (cancelled()) return StopReason::kCancelled;
    return Clock::now() >= deadline_ ? StopReason::kDeadline : StopReason::kNone;
  }

 private:
  Clock::time_point deadline_;
  std::shared_ptr<std::atomic<bool>> cancelled_;
};

}  // namespace assay
