// The other end of a Unix socket that speaks no protocol of ours.
#pragma once

#include <string>
#include <string_view>

namespace assay::tests {

// Gives up, by an exception, when the daemon is silent for a minute.
class RawPeer {
 public:
  // `address` is "unix:PATH". Throws std::system_error.
  explicit RawPeer(const std::string& address);
  ~RawPeer();
  RawPeer(const RawPeer&) = delete;
  RawPeer& operator=(const RawPeer&) = delete;

  // Sends what the daemon takes of it.
  void send(std::string_view bytes) const;

  // All that comes until the daemon closes or resets the connection.
  std::string receive_all() const;

 private:
  int socket_;
};

}  // namespace assay::tests
