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
  const Outlook outlook = this->outlook(now);
  if (outlook.wait <= outlook.most)
    if (Ticket ticket = tickets_.take()) return ticket;
  ++refused_;
  if (outlook.wait > outlook.most)
    return Excess{"max_wait_ms", milliseconds(outlook.most), milliseconds(outlook.wait)};
  return Excess{"max_queued", tickets_.limit(), tickets_.limit() + 1};
}

Ticket Admission::resume(Clock::time_point now) {
  const Outlook outlook = this->outlook(now);
  return outlook.wait > outlook.most ? nullptr : tickets_.take();
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

Admission::Outlook Admission::outlook(Clock::time_point now) const {
  const std::lock_guard lock(mutex_);
  const auto waited = queue_.empty() ? Clock::duration::zero() : now - queue_.front();
  const auto before = service_time_.mean() * queue_.size() / workers_;
  const auto most = kMaxWaitOfMet * service_time_.met();
  return {std::max(waited, duration_cast<Clock::duration>(before)),
          given_max_wait_ ? *given_max_wait_
                          : std::max<Clock::duration>(kLeastMaxWait, duration_cast<Clock::duration>(most))};
}

}  // namespace assay::net
