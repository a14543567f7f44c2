#include "searchd/net/admission.h"

#include <cstdint>

namespace assay::net {

using std::chrono::milliseconds;

namespace {

std::uint64_t count(milliseconds time) { return static_cast<std::uint64_t>(time.count()); }

}  // namespace

std::variant<Ticket, Excess> Admission::admit(Clock::time_point now) {
  const Clock::duration wait = waited(now);
  if (wait <= max_wait_)
    if (Ticket ticket = tickets_.take()) return ticket;
  ++refused_;
  if (wait > max_wait_) return Excess{"max_wait_ms", count(max_wait_), count(ceil<milliseconds>(wait))};
  return Excess{"max_queued", tickets_.limit(), tickets_.limit() + 1};
}

Ticket Admission::resume(Clock::time_point now) {
  return waited(now) > max_wait_ ? nullptr : tickets_.take();
}

void Admission::join_queue(Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  queue_.push_back(now);
}

void Admission::leave_queue() {
  const std::lock_guard lock(mutex_);
  queue_.pop_front();
}

Admission::Clock::duration Admission::waited(Clock::time_point now) const {
  const std::lock_guard lock(mutex_);
  return queue_.empty() ? Clock::duration::zero() : now - queue_.front();
}

}  // namespace assay::net
