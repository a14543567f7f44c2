// Envelopes over a socket. Knows nothing of requests and answers.
#pragma once

#include <string>
#include <string_view>

#include "assay/v1/envelope.pb.h"
#include "client/assay.h"
#include "client/socket.h"
#include "proto/framing.h"

namespace assay::client {

// Not thread-safe. Throws Error(kConnect) when the connection breaks or what arrives is no Envelope, and
// ever after.
class Connection {
 public:
  Connection(const Endpoint& endpoint, Clock::time_point until);

  // Throws Error(kDeadline) when not all is sent by `until`; the connection is then broken.
  void send(std::string_view frame, Clock::time_point until);

  // Throws Error(kDeadline) when no whole Envelope is there by `until`; it may be waited for again.
  v1::Envelope receive(Clock::time_point until);

  void close() { socket_ = Socket(); }
  // Closes the connection and throws Error(kConnect).
  [[noreturn]] void give_up(const std::string& why);

 private:
  void require_open() const;
  // Feeds the decoder what has arrived.
  void read(Clock::time_point until);

  std::string address_;
  Socket socket_;
  proto::FrameDecoder decoder_;
};

}  // namespace assay::client
