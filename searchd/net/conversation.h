// What a peer may say and what follows from it, without sockets: messages go in, steps come out.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <variant>

#include "assay/v1/envelope.pb.h"
#include "searchd/net/admission.h"
#include "searchd/net/answer.h"
#include "searchd/net/server.h"
#include "searchd/net/tickets.h"
#include "searchd/stop.h"

namespace assay::net {

// Nothing to be said.
struct Ignore {};
// Answer at once.
struct Say {
  v1::Envelope answer;
};
// Let answer() make the reply, then call Conversation::answered. The ticket is held until the reply is
// written.
struct Serve {
  Admitted request;
  Ticket ticket;
};
// Read no more, and say this last.
struct End {
  v1::Envelope last_words;
};
using Step = std::variant<Ignore, Say, Serve, End>;

// One connection's side of PROTOCOL.md. Not thread-safe.
class Conversation {
 public:
  // Greeting and admission outlive the conversation.
  Conversation(const Greeting& greeting, Admission& admission, const Peer& peer)
      : greeting_(greeting), admission_(admission), peer_(peer) {}

  // The step that the frame with this payload, which arrived at `now`, asks for. Throws proto::FramingError.
  Step take(std::string payload, Stop::Clock::time_point now);

  // Of a request whose answer has further parts.
  bool cancelled(std::uint64_t id) const { return in_flight_.at(id).stop.cancelled(); }
  bool has_credit(std::uint64_t id) const { return in_flight_.at(id).credit > 0; }
  // The request for the next part, at `now`; takes credit for it where that is what it waited for.
  Admitted go_on(std::uint64_t id, NextPart part, Stop::Clock::time_point now);

  // The reply to `id` is on its way: the peer may use the id again.
  void answered(std::uint64_t id) { in_flight_.erase(id); }

  // Nobody waits for the answers any more.
  void cancel_all() const;

  bool greeted() const { return greeted_; }
  bool idle() const { return in_flight_.empty(); }       // every admitted request is answered
  const std::string& client() const { return client_; }  // as it calls itself

 private:
  Step greet(const v1::Envelope& message);
  Step admit(const v1::Envelope& request, std::string payload, Stop::Clock::time_point now);
  void cancel(std::uint64_t id) const;
  void add_credit(const v1::Credit& credit);

  struct InFlight {
    Stop stop;
    std::chrono::milliseconds allowed;  // for each part
    std::uint64_t credit = 0;           // parts that may be sent beside the one in the making
  };

  const Greeting& greeting_;
  Admission& admission_;
  const Peer peer_;
  bool greeted_ = false;
  v1::Scope scope_ = v1::SCOPE_NONE;
  std::string client_;
  std::unordered_map<std::uint64_t, InFlight> in_flight_;
};

}  // namespace assay::net
