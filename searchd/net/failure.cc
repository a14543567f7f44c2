#include "searchd/net/failure.h"

namespace assay::net {
namespace {

v1::Envelope exhausted(std::uint64_t id, const Excess& excess, const std::string& advice) {
  v1::Envelope envelope = failure(id, v1::CODE_RESOURCE_EXHAUSTED,
                                  excess.name + " is " + std::to_string(excess.limit) + ", this would be " +
                                      std::to_string(excess.actual) + "; " + advice);
  v1::LimitInfo& limit = *envelope.mutable_status()->add_details()->mutable_limit();
  limit.set_name(excess.name);
  limit.set_limit(excess.limit);
  limit.set_actual(excess.actual);
  return envelope;
}

}  // namespace

v1::Envelope failure(std::uint64_t id, v1::Code code, const std::string& message) {
  v1::Envelope envelope;
  envelope.set_id(id);
  envelope.mutable_status()->set_code(code);
  envelope.mutable_status()->set_message(message);
  return envelope;
}

v1::Envelope too_large(std::uint64_t id, const Excess& excess) {
  return exhausted(id, excess, "ask for less at a time");
}

v1::Envelope too_many(std::uint64_t id, const Excess& excess, std::chrono::milliseconds retry_after) {
  v1::Envelope envelope = exhausted(id, excess, "try again in a moment");
  envelope.mutable_status()->add_details()->mutable_retry_info()->set_retry_after_ms(
      static_cast<std::uint32_t>(retry_after.count()));
  return envelope;
}

}  // namespace assay::net
