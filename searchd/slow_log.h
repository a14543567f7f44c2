// Requests that took long, in the log.
#pragma once

#include <atomic>
#include <chrono>

#include "assay/v1/envelope.pb.h"
#include "searchd/engine/engine.h"

namespace assay::searchd {

// Thread-safe. The engine must outlive it.
class SlowLog {
 public:
  SlowLog(const engine::Engine& engine, std::chrono::milliseconds threshold)
      : engine_(engine), threshold_(threshold) {}

  void set_threshold(std::chrono::milliseconds threshold) { threshold_ = threshold; }

  // Writes an event, at the level of a warning, if the request took the threshold or longer. Never throws.
  void record(const v1::Envelope& request, const v1::Envelope& reply, std::chrono::microseconds took) const;

  static constexpr std::size_t kMaxText = 500;   // bytes of what the client wrote
  static constexpr std::size_t kMaxPlan = 4000;  // bytes of the plan
  static constexpr std::chrono::milliseconds kMaxPlanning{100};

 private:
  std::string plan_of(const v1::Envelope& request) const;

  const engine::Engine& engine_;
  std::atomic<std::chrono::milliseconds> threshold_;
};

}  // namespace assay::searchd
