// Which requests are let in.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <variant>

#include "searchd/net/failure.h"
#include "searchd/net/tickets.h"
#include "searchd/stop.h"

namespace assay::net {

// Lets in so many at once, and none while the first in the queue for a thread has waited too long. So a burst
// may queue, but where more comes than can be done, the queue stays as short as what is waited for it. Must
// outlive its tickets.
class Admission {
 public:
  using Clock = Stop::Clock;

  Admission(std::size_t max_queued, std::chrono::milliseconds max_wait)
      : tickets_(max_queued), max_wait_(max_wait) {}

  // The ticket of a request that came at `now`, or what there is too much of. On the io thread.
  std::variant<Ticket, Excess> admit(Clock::time_point now);
  // That of a further part of an answer; null: not now. On the io thread.
  Ticket resume(Clock::time_point now);

  // What was let in joins the queue, which is first in, first out; a thread takes the first from it.
  // Thread-safe.
  void join_queue(Clock::time_point now);
  void leave_queue();

  // How long the first in the queue has been there; 0 where there is none. Thread-safe.
  Clock::duration waited(Clock::time_point now) const;

  // From any thread.
  std::size_t taken() const { return tickets_.taken(); }
  std::size_t refused() const { return refused_; }  // requests, ever

 private:
  Tickets tickets_;
  const std::chrono::milliseconds max_wait_;
  std::atomic<std::size_t> refused_ = 0;
  mutable std::mutex mutex_;
  std::deque<Clock::time_point> queue_;  // when each came
};

}  // namespace assay::net
