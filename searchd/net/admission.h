// Which requests are let in.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <variant>

#include "searchd/net/failure.h"
#include "searchd/net/service_time.h"
#include "searchd/net/tickets.h"
#include "searchd/stop.h"

namespace assay::net {

// Lets in so many at once, and none that would have to wait too long for a thread. So a burst may queue, but
// where more comes than can be done, what is let in takes hardly longer than without load. How long is too
// long follows from how long requests take, if it is not given: what is a moment for a large index is many
// requests long for a small one. Must outlive its tickets.
class Admission {
 public:
  using Clock = Stop::Clock;

  // Below this a wait is no sign of overload, however quick the requests are.
  static constexpr std::chrono::milliseconds kLeastMaxWait{5};
  // The wait that is too long, in the length of a request that one finds in progress. Measured on 5,000 and
  // on 100,000 articles: with 1, requests are refused at half the load that can be done; with 2, at twice
  // that load the 99th percentile of what is answered is over twice that without load.
  static constexpr double kMaxWaitOfMet = 1.5;

  // `workers` threads take from the queue.
  Admission(std::size_t max_queued, std::size_t workers,
            std::optional<std::chrono::milliseconds> max_wait = std::nullopt)
      : tickets_(max_queued), workers_(workers), given_max_wait_(max_wait) {}

  // The ticket of a request that came at `now`, or what there is too much of. On the io thread.
  std::variant<Ticket, Excess> admit(Clock::time_point now);
  // That of a further part of an answer; null: not now. On the io thread.
  Ticket resume(Clock::time_point now);

  // What was let in joins the queue, which is first in, first out; a thread takes the first from it.
  // Thread-safe.
  void join_queue(Clock::time_point now);
  void leave_queue();
  // It was answered, in so much time on its thread.
  void served(Clock::duration time);

  // How long the first in the queue has been there; 0 where there is none. Thread-safe.
  Clock::duration waited(Clock::time_point now) const;
  struct Outlook {
    Clock::duration wait;  // of one that comes now, as far as can be told: as long as the first in the queue
                           // has waited already, or as those in the queue take
    Clock::duration most;  // that one may have to wait to be let in
  };
  // Thread-safe.
  Outlook outlook(Clock::time_point now) const;

  // From any thread.
  std::size_t taken() const { return tickets_.taken(); }
  std::size_t refused() const { return refused_; }  // requests, ever

 private:
  Tickets tickets_;
  const std::size_t workers_;
  const std::optional<std::chrono::milliseconds> given_max_wait_;
  std::atomic<std::size_t> refused_ = 0;
  mutable std::mutex mutex_;
  std::deque<Clock::time_point> queue_;  // when each came
  ServiceTime service_time_;             // guarded by mutex_, as queue_ is
};

}  // namespace assay::net
