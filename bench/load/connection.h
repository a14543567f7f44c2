// A connection to searchd that never waits, once it is greeted.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "assay/v1/envelope.pb.h"
#include "bench/load/answer.h"
#include "client/assay.h"
#include "proto/framing.h"

namespace assay::bench {

// Owns its socket. Not thread-safe.
class Connection {
 public:
  // Connects, says Hello and awaits the reply. Throws std::runtime_error.
  explicit Connection(const Endpoint& endpoint);
  ~Connection();
  Connection(Connection&& other) noexcept;
  Connection& operator=(Connection&&) = delete;

  int fd() const { return fd_; }

  // Sends as much as the socket takes; the rest goes with flush(). Both give false when the connection is
  // broken.
  bool send(const v1::Envelope& request);
  bool flush();
  bool has_unsent() const { return !unsent_.empty(); }

  // Adds what has arrived to `answers`; false when the daemon has closed the connection.
  // Throws proto::FramingError.
  bool receive(std::vector<Answer>& answers);

  // Whether the daemon has neither said anything nor closed since.
  bool is_quiet() const;

  // The daemon, as far as the system tells it: on a Unix socket.
  std::optional<pid_t> daemon() const;

 private:
  int fd_;
  std::string unsent_;
  proto::FrameDecoder decoder_;
};

}  // namespace assay::bench
