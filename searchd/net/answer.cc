#include "searchd/net/answer.h"

#include <spdlog/spdlog.h>

#include <exception>

#include "proto/framing.h"
#include "proto/limits.h"
#include "searchd/net/failure.h"

namespace assay::net {
namespace {

v1::Envelope reply_to(const Admitted& request, const Handler& handler) {
  switch (request.stop.reason()) {
    case StopReason::kDeadline:
      return failure(0, v1::CODE_DEADLINE_EXCEEDED, "the deadline passed before the request had its turn");
    case StopReason::kCancelled:
      return failure(0, v1::CODE_CANCELLED, "the request was cancelled");
    case StopReason::kNone:
      break;
  }
  return handler(proto::decode_envelope(request.payload), request.stop);
}

std::string encode_reply(v1::Envelope reply, std::uint64_t id) {
  reply.set_id(id);
  if (const std::size_t size = reply.ByteSizeLong(); size > proto::kMaxReplyBytes)
    reply = too_large(id, {"max_reply_bytes", proto::kMaxReplyBytes, size});
  return proto::encode_frame(reply, proto::kMaxReplyBytes);
}

}  // namespace

std::string answer(const Handler& handler, const Admitted& request) noexcept {
  try {
    return encode_reply(reply_to(request, handler), request.id);
  } catch (const std::exception& error) {
    spdlog::error("a request failed unexpectedly: {}", error.what());
  } catch (...) {
    spdlog::error("a request failed unexpectedly");
  }
  return encode_reply(failure(0, v1::CODE_INTERNAL, "the daemon failed; its log says how"), request.id);
}

}  // namespace assay::net
