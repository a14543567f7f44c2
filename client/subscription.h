// A request with many answers.
#pragma once

#include <functional>

#include "client/caller.h"

namespace assay::client {

// Changes the request to one for what follows the answer; false where there is no such request.
using Advance = std::function<bool(const v1::Envelope& answer, v1::Envelope& request)>;

struct Terms {
  v1::Envelope::BodyCase expected;      // what all answers are
  Advance advance;                      // how to go on over a new connection
  std::chrono::milliseconds retry_for;  // from each first failure
  bool is_endless = false;              // an answer is waited for for ever, not as long as the deadline says
  const Interrupt* interrupt = nullptr;
};

// When the connection breaks, the request is made anew for what follows the last answer. Cancelled at the end
// of its life unless the last answer came. Not thread-safe; the caller must outlive this.
class Subscription {
 public:
  Subscription(Caller& caller, v1::Envelope request, Terms terms);
  ~Subscription();
  Subscription(const Subscription&) = delete;
  Subscription& operator=(const Subscription&) = delete;

  // Throws Error, and Interrupted.
  v1::Envelope next();
  // The last answer was given.
  bool is_over() const { return is_over_; }
  // Lets one more part of a stream come.
  void grant();

 private:
  v1::Envelope attempt();

  Caller& caller_;
  v1::Envelope request_;
  Terms terms_;
  Backoff backoff_;
  std::uint64_t id_ = 0;  // 0: not asked, or not any more
  bool may_ask_ = true;
  bool is_over_ = false;
};

}  // namespace assay::client
