#include "client/caller.h"

#include <algorithm>

#include "client/convert.h"
#include "proto/limits.h"

namespace assay::client {

using std::chrono::milliseconds;

namespace {

// A daemon that is still there tells of a passed deadline itself; this is how long it may take to.
constexpr milliseconds kGrace{1'000};

constexpr std::uint32_t deadline_on_wire(milliseconds deadline) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(deadline.count(), 0, UINT32_MAX));
}

// The error for a request of which nobody knows whether it was carried out.
Error of_unknown_outcome(Error error) {
  Error told(error.kind, std::string(error.what()) + "; it is not known whether the request was carried out");
  return told;
}

}  // namespace

Clock::time_point Caller::end_of_patience() const {
  milliseconds allowed = options.deadline;
  if (allowed <= milliseconds(0)) allowed = milliseconds(link.limits().default_deadline_ms());
  if (allowed <= milliseconds(0)) allowed = proto::kDefaultDeadline;
  return Clock::now() + allowed + kGrace;
}

std::uint64_t Caller::send(v1::Envelope request) {
  link.open();
  request.set_deadline_ms(deadline_on_wire(options.deadline));
  return link.send(std::move(request), end_of_patience());
}

void Caller::require_body(const v1::Envelope& answer, v1::Envelope::BodyCase expected) {
  if (answer.has_status()) throw from_wire(answer.status());
  if (answer.body_case() != expected) link.give_up("the daemon gives an answer of the wrong kind");
}

v1::Envelope Caller::call(const v1::Envelope& request, v1::Envelope::BodyCase expected, Again again) {
  return persist([&] {
    const std::uint64_t id = send(request);
    v1::Envelope answer;
    try {
      answer = link.take({id}, end_of_patience());
    } catch (const Error& error) {
      link.forget(id);
      const bool unknown = again == Again::kIfNotCarriedOut && error.kind == ErrorKind::kConnect;
      throw unknown ? of_unknown_outcome(error) : error;
    }
    require_body(answer, expected);
    return answer;
  });
}

}  // namespace assay::client
