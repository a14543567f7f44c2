#include "searchd/net/answer.h"

#include <spdlog/spdlog.h>

#include <exception>

#include "proto/framing.h"
#include "proto/limits.h"
#include "searchd/net/failure.h"

namespace assay::net {
namespace {

Reply reply_to(const Admitted& request, const Handler& handler) {
  switch (request.stop.reason()) {
    case StopReason::kDeadline:
      return {failure(0, v1::CODE_DEADLINE_EXCEEDED, "the deadline passed before the request had its turn")};
    case StopReason::kCancelled:
      return {failure(0, v1::CODE_CANCELLED, "the request was cancelled")};
    case StopReason::kNone:
      break;
  }
  return handler(proto::decode_envelope(request.payload), request.scope, request.stop);
}

Answered encode(Reply reply, std::uint64_t id) {
  v1::Envelope& envelope = reply.envelope;
  envelope.set_id(id);
  envelope.set_more(reply.next.has_value());
  if (const std::size_t size = envelope.ByteSizeLong(); size > proto::kMaxReplyBytes) {
    envelope = too_large(id, {"max_reply_bytes", proto::kMaxReplyBytes, size});
    reply.next.reset();
  }
  Answered answered;
  if (envelope.body_case() != v1::Envelope::BODY_NOT_SET || !reply.next)
    answered.frame = proto::encode_frame(envelope, proto::kMaxReplyBytes);
  if (reply.next) {
    reply.next->request.set_id(id);
    answered.next = NextPart{reply.next->request.SerializeAsString(), reply.next->after};
  }
  return answered;
}

}  // namespace

Answered answer(const Handler& handler, const Admitted& request) noexcept {
  try {
    return encode(reply_to(request, handler), request.id);
  } catch (const std::exception& error) {
    spdlog::error("a request failed unexpectedly: {}", error.what());
  } catch (...) {
    spdlog::error("a request failed unexpectedly");
  }
  return encode({failure(0, v1::CODE_INTERNAL, "the daemon failed; its log says how")}, request.id);
}

}  // namespace assay::net
