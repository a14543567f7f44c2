#include "searchd/net/conversation.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "proto/framing.h"
#include "proto/limits.h"
#include "searchd/net/failure.h"

namespace assay::net {
namespace {

constexpr std::chrono::milliseconds kRetryAfter{100};
constexpr std::size_t kMaxClientName = 80;

std::chrono::milliseconds time_allowed(const v1::Envelope& request) {
  if (request.deadline_ms() == 0) return proto::kDefaultDeadline;
  return std::min(std::chrono::milliseconds(request.deadline_ms()), proto::kMaxDeadline);
}

void announce(v1::Limits& limits) {
  limits.set_max_request_bytes(proto::kMaxRequestBytes);
  limits.set_max_in_flight(proto::kMaxInFlight);
  limits.set_default_deadline_ms(static_cast<std::uint32_t>(proto::kDefaultDeadline.count()));
  limits.set_max_deadline_ms(static_cast<std::uint32_t>(proto::kMaxDeadline.count()));
  limits.set_max_hits(proto::kMaxHits);
}

std::string versions(const v1::Hello& hello) {
  return std::to_string(hello.protocol_min()) + " to " + std::to_string(hello.protocol_max());
}

}  // namespace

Step Conversation::take(std::string payload, Stop::Clock::time_point now) {
  const v1::Envelope message = proto::decode_envelope(payload);
  if (greeted_ && message.has_cancel()) {
    cancel(message.cancel().id());
    return Ignore{};
  }
  if (greeted_ && message.has_credit()) {
    add_credit(message.credit());
    return Ignore{};
  }
  if (message.id() == 0)
    return End{failure(0, v1::CODE_INVALID_ARGUMENT, "a request has the id 0; number requests from 1")};
  if (!greeted_) return greet(message);
  switch (message.body_case()) {
    case v1::Envelope::kSearch:
    case v1::Envelope::kSimilar:
    case v1::Envelope::kPivot:
    case v1::Envelope::kExplain:
    case v1::Envelope::kSuggest:
    case v1::Envelope::kHistory:
    case v1::Envelope::kCompare:
    case v1::Envelope::kGet:
    case v1::Envelope::kInfo:
    case v1::Envelope::kStream:
    case v1::Envelope::kWatch:
    case v1::Envelope::kAddAlert:
    case v1::Envelope::kRemoveAlert:
    case v1::Envelope::kListAlerts:
    case v1::Envelope::kRunAlert:
      return admit(message, std::move(payload), now);
    default:
      return Say{failure(message.id(), v1::CODE_UNIMPLEMENTED, "this is no request that the daemon knows")};
  }
}

Step Conversation::greet(const v1::Envelope& message) {
  if (!message.has_hello())
    return End{failure(message.id(), v1::CODE_FAILED_PRECONDITION, "a connection begins with Hello")};
  const v1::Hello& hello = message.hello();
  if (proto::kProtocolVersion < hello.protocol_min() || proto::kProtocolVersion > hello.protocol_max())
    return End{failure(message.id(), v1::CODE_FAILED_PRECONDITION,
                       "no common protocol version: the daemon speaks " +
                           std::to_string(proto::kProtocolVersion) + ", the client " + versions(hello))};
  v1::Envelope answer;
  answer.set_id(message.id());
  v1::HelloReply& reply = *answer.mutable_hello_reply();
  scope_ = greeting_(peer_, hello, reply);
  if (scope_ == v1::SCOPE_NONE)
    return End{failure(message.id(), v1::CODE_UNAUTHENTICATED, "the daemon asks for a valid token")};
  reply.set_scope(scope_);
  reply.set_protocol(proto::kProtocolVersion);
  reply.set_server("assay-searchd " ASSAY_VERSION);
  announce(*reply.mutable_limits());
  client_ = hello.client().substr(0, kMaxClientName);
  greeted_ = true;
  return Say{std::move(answer)};
}

Step Conversation::admit(const v1::Envelope& request, std::string payload, Stop::Clock::time_point now) {
  const std::uint64_t id = request.id();
  if (in_flight_.contains(id))
    return Say{failure(id, v1::CODE_INVALID_ARGUMENT,
                       "the request " + std::to_string(id) + " is not answered yet; choose another id")};
  if (in_flight_.size() >= proto::kMaxInFlight)
    return Say{too_many(id, {"max_in_flight", proto::kMaxInFlight, in_flight_.size() + 1}, kRetryAfter)};
  auto admitted = admission_.admit(now);
  if (const auto* excess = std::get_if<Excess>(&admitted)) return Say{too_many(id, *excess, kRetryAfter)};
  const std::chrono::milliseconds allowed = time_allowed(request);
  const Stop stop(now + allowed);
  const std::uint32_t credit = request.stream().credit();
  in_flight_.emplace(id, InFlight{stop, allowed, credit > 0 ? credit - 1 : 0});
  return Serve{{id, std::move(payload), stop, scope_}, std::get<Ticket>(std::move(admitted))};
}

Admitted Conversation::go_on(std::uint64_t id, NextPart part, Stop::Clock::time_point now) {
  InFlight& request = in_flight_.at(id);
  if (part.after == Continuation::After::kCredit) --request.credit;
  return {id, std::move(part.payload), request.stop.until(now + request.allowed), scope_};
}

void Conversation::add_credit(const v1::Credit& credit) {
  const auto found = in_flight_.find(credit.id());
  if (found != in_flight_.end()) found->second.credit += credit.parts();
}

void Conversation::cancel(std::uint64_t id) const {
  if (const auto found = in_flight_.find(id); found != in_flight_.end()) found->second.stop.cancel();
}

void Conversation::cancel_all() const {
  for (const auto& [id, request] : in_flight_) request.stop.cancel();
}

}  // namespace assay::net
