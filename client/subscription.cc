#include "client/subscription.h"

#include <utility>

namespace assay::client {

Subscription::Subscription(Caller& caller, v1::Envelope request, Terms terms)
    : caller_(caller), request_(std::move(request)), terms_(std::move(terms)), backoff_(terms_.retry_for) {}

Subscription::~Subscription() {
  if (id_ == 0) return;
  v1::Envelope envelope;
  envelope.mutable_cancel()->set_id(id_);
  caller_.link.tell(envelope, Clock::now());
  caller_.link.forget(id_);
}

void Subscription::grant() {
  if (id_ == 0) return;
  v1::Envelope envelope;
  envelope.mutable_credit()->set_id(id_);
  envelope.mutable_credit()->set_parts(1);
  caller_.link.tell(envelope, caller_.end_of_patience());
}

v1::Envelope Subscription::attempt() {
  if (id_ == 0) id_ = caller_.send(request_);
  const auto until = terms_.is_endless ? Clock::time_point::max() : caller_.end_of_patience();
  v1::Envelope answer = caller_.link.take({id_}, until, terms_.interrupt);
  if (!answer.more()) id_ = 0;
  caller_.require_body(answer, terms_.expected);
  is_over_ = !answer.more();
  return answer;
}

v1::Envelope Subscription::next() {
  for (;;) try {
      const v1::Envelope answer = attempt();
      backoff_.reset();
      may_ask_ = terms_.advance(answer, request_);
      return answer;
    } catch (const Error& error) {
      // The deadline of one part; the destructor cancels the rest. A watch goes on from its mark.
      if (error.kind == ErrorKind::kDeadline && !terms_.is_endless) throw;
      caller_.link.forget(std::exchange(id_, 0));
      if (!may_ask_) throw;
      backoff_.pause(error, terms_.interrupt);
    }
}

}  // namespace assay::client
