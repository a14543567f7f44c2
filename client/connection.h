// Envelopes over a channel. Knows nothing of requests and answers.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "assay/v1/envelope.pb.h"
#include "client/assay.h"
#include "client/channel.h"
#include "proto/alertness.h"
#include "proto/framing.h"

namespace assay::client {

// Not thread-safe. Throws Error(kConnect) when the connection breaks or what arrives is no Envelope, and
// ever after.
class Connection {
 public:
  // `ca_file` is ClientOptions::ca_file.
  Connection(const Endpoint& endpoint, const std::string& ca_file, Clock::time_point until);

  // Takes what arrives meanwhile, so that a daemon that waits for us to read does not wait for ever. Throws
  // Error(kDeadline) when not all is sent by `until`; the connection is then broken.
  void send(std::string_view frame, Clock::time_point until);

  // Throws Error(kDeadline) when no whole Envelope is there by `until`, and Interrupted; it may be waited for
  // again.
  v1::Envelope receive(Clock::time_point until, const Interrupt* interrupt = nullptr);

  // True when it broke, or the daemon has hung up, what came before included.
  bool has_ended();
  void close() { channel_.reset(); }
  // Both close the connection and throw Error(kConnect): a retryable one for a connection that broke, another
  // one for a peer that is no daemon for us.
  [[noreturn]] void lose(const std::string& why);
  [[noreturn]] void give_up(const std::string& why);

 private:
  void require_open();
  // Feeds the decoder what has arrived; gives what to wait for if nothing has.
  short read();

  std::string address_;
  std::unique_ptr<Channel> channel_;
  proto::FrameDecoder decoder_;
  proto::Alertness alertness_;
};

}  // namespace assay::client
