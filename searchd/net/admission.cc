#include "searchd/net/admission.h"

#include <algorithm>
#include <cstdint>

namespace assay::net {

namespace {

std::uint64_t milliseconds(Admission::Clock::duration time) {
  return static_cast<std::uint64_t>(ceil<std::chrono::milliseconds>(time).count());
}

}  // namespace

std::variant<Ticket, Excess> Admission::admit(Clock::time_point now) {
  const Clock::duration wait = expected_wait(now), most = max_wait();
  if (wait <= most)
    if (Ticket ticket = tickets_.take()) return ticket;
  ++refused_;
  if (wait > most) return Excess{"max_wait_ms", milliseconds(most), milliseconds(wait)};
  return Excess{"max_queued", tickets_.limit(), tickets_.limit() + 1};
}

Ticket Admission::resume(Clock::time_point now) {
  return expected_wait(now) > max_wait() ? nullptr : tickets_.take();
}

void Admission::join_queue(Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  queue_.push_back(now);
}

void Admission::leave_queue() {
  const std::lock_guard lock(mutex_);
  queue_.pop_front();
}

void Admission::served(Clock::duration time) {
  const std::lock_guard lock(mutex_);
  service_time_.add(time);
}

Admission::Clock::duration Admission::waited(Clock::time_point now) const {
  const std::lock_guard lock(mutex_);
  return queue_.empty() ? Clock::duration::zero() : now - queue_.front();
}

Admission::Clock::duration Admission::expected_wait(Clock::time_point now) const {
  const Clock::duration waited = this->waited(now);
  const std::lock_guard lock(mutex_);
  const auto before = service_time_.mean() * queue_.size() / workers_;
  return std::max(waited, duration_cast<Clock::duration>(before));
}

Admission::Clock::duration Admission::max_wait() const {
  if (given_max_wait_) return *given_max_wait_;
  const std::lock_guard lock(mutex_);
  const auto most = kMaxWaitOfMet * service_time_.met();
  return std::max<Clock::duration>(kLeastMaxWait, duration_cast<Clock::duration>(most));
}

}  // namespace assay::net
