// The other end of a connection, on plain blocking sockets.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/v1/envelope.pb.h"
#include "proto/framing.h"

namespace assay::tests {

v1::Envelope hello(std::uint64_t id, std::uint32_t protocol_min = 1, std::uint32_t protocol_max = 1);
v1::Envelope search(std::uint64_t id, const std::string& query, std::uint32_t deadline_ms = 0);
v1::Envelope cancel(std::uint64_t id);
std::string frame(const v1::Envelope& envelope);

// Gives up, by an exception, when the daemon is silent for a minute.
class Peer {
 public:
  // Connects. Throws std::system_error.
  explicit Peer(const std::string& address);
  ~Peer() { close(); }
  Peer(Peer&& other) noexcept;
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  // Sends Hello, and expects its reply. Gives the peer itself.
  Peer& greet();

  // False: the daemon takes no more.
  bool send_bytes(std::string_view bytes);
  bool send(const v1::Envelope& envelope) { return send_bytes(frame(envelope)); }

  // The next envelope, or nothing at the end of the stream.
  std::optional<v1::Envelope> receive();

  // What comes until the end of the stream.
  std::vector<v1::Envelope> receive_all();

  // Returns when the daemon has closed or reset the connection, reading nothing.
  void await_hangup() const;

  int descriptor() const { return socket_; }

  void finish_sending() const;  // keeps receiving
  void close();

 private:
  int socket_;
  proto::FrameDecoder decoder_;
};

// Whether anybody accepts connections there.
bool accepts(const std::string& address);

}  // namespace assay::tests
