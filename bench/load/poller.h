// Waits for sockets and for a time, whichever comes first, to the microsecond.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

namespace assay::bench {

// Not thread-safe.
class Poller {
 public:
  struct Event {
    std::size_t who = 0;  // as given to watch()
    bool readable = false, writable = false;
  };

  Poller();  // throws std::system_error
  ~Poller();
  Poller(const Poller&) = delete;
  Poller& operator=(const Poller&) = delete;

  // A hang-up counts as readable.
  void watch(int fd, std::size_t who);
  void want_write(int fd, std::size_t who, bool wanted);
  void forget(int fd);

  // Returns with what is ready, nothing when `until` passes first.
  const std::vector<Event>& wait(std::chrono::steady_clock::time_point until);

 private:
  int epoll_, timer_;
  std::vector<Event> events_;
};

}  // namespace assay::bench
