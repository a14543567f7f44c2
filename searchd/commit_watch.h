// Notices commits, and an index that went bad, soon after they happen; reads ahead what phrases will ask for.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "searchd/engine/engine.h"
#include "searchd/stop.h"

namespace assay::searchd {

// Watches on a thread of its own for as long as it lives.
class CommitWatch {
 public:
  static constexpr std::chrono::milliseconds kEvery{200};
  static constexpr std::chrono::seconds kPause{5};

  // False: it could not be done, and is to be done again after a pause. Stops early when told to. What it
  // throws is logged, and it is done again too.
  using OnCommit = std::function<bool(const Stop& stop)>;

  // `on_commit` is called on that thread at first, and whenever another revision is served. The engine must
  // outlive the watch.
  CommitWatch(const engine::Engine& engine, OnCommit on_commit, std::chrono::milliseconds pause = kPause);
  // Stops what is under way.
  ~CommitWatch();

 private:
  void watch(const std::stop_token& stop);
  void look();
  void follow(const engine::Identity& now);
  void read_ahead();
  void tell_of_health();

  const engine::Engine& engine_;
  const OnCommit on_commit_;
  const std::chrono::milliseconds pause_;
  const Stop stop_ = Stop::never();
  Stop::Clock::time_point again_ = Stop::Clock::time_point::max();  // when it is to be done again
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  engine::Identity seen_;
  bool has_read_ahead_ = false;  // of that one
  bool degraded_ = false;
  std::jthread thread_;  // last: it uses all above
};

}  // namespace assay::searchd
