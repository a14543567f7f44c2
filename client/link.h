// Requests and whose answer is whose, over a connection that is made anew when it broke.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "client/connection.h"

namespace assay::client {

// Not thread-safe.
class Link {
 public:
  Link(Endpoint endpoint, ClientOptions options)
      : endpoint_(std::move(endpoint)), options_(std::move(options)) {}

  // Connects and is greeted, unless that is so. Throws Error. Requests of a connection that broke get no
  // answer.
  void open();
  // As the daemon announced them; 0 where it did not.
  const v1::Limits& limits() const { return limits_; }

  // Sends the request under a fresh id, which it gives. Throws Error: kInvalid when it is too large.
  std::uint64_t send(v1::Envelope request, Clock::time_point until);
  // Sends what has no answer, a cancel or credit, as well as that can be done by `until`.
  void tell(const v1::Envelope& envelope, Clock::time_point until) noexcept;

  // The next answer to one of the requests `ids`; those to others are kept for them. Throws Error: that which
  // the daemon tells of the connection, kDeadline when nothing came by `until`, and Interrupted. A Status
  // under a request's id is an answer.
  v1::Envelope take(const std::vector<std::uint64_t>& ids, Clock::time_point until,
                    const Interrupt* interrupt = nullptr);
  // No answer to this request is wanted any more.
  void forget(std::uint64_t id) { waiting_.erase(id); }

  // The peer does not keep to the protocol.
  [[noreturn]] void give_up(const std::string& why) { connection_->give_up(why); }

 private:
  void greet(Clock::time_point until);
  // Puts the answer where take() finds it; throws the status of the connection.
  void keep(v1::Envelope answer);
  [[noreturn]] void fail(const v1::Status& status);
  std::optional<v1::Envelope> kept(std::uint64_t id);

  Endpoint endpoint_;
  ClientOptions options_;
  std::optional<Connection> connection_;
  v1::Limits limits_;
  std::uint64_t last_id_ = 0;
  std::map<std::uint64_t, std::deque<v1::Envelope>>
      waiting_;  // unanswered requests and answers not yet taken
};

}  // namespace assay::client
