#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace assay::searchd {

// Calls `reload` on each SIGHUP, on a thread of its own, as long as it lives. To be made before there are
// other threads, which inherit that the signal is blocked. `reload` must not throw. Signals that come while
// it runs are one more call. One at a time in a process.
class ReloadSignal {
 public:
  explicit ReloadSignal(std::function<void()> reload);
  ~ReloadSignal();  // waits for a call that is under way
  ReloadSignal(const ReloadSignal&) = delete;
  ReloadSignal& operator=(const ReloadSignal&) = delete;

 private:
  void run() const;

  const std::function<void()> reload_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace assay::searchd
