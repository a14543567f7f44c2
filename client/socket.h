// A connected stream socket, Unix or TCP.
#pragma once

#include <utility>

#include "client/waiting.h"

namespace assay::client {

// Owns a file descriptor. Not thread-safe.
class Socket {
 public:
  Socket() = default;
  explicit Socket(int fd) : fd_(fd) {}
  ~Socket();
  Socket(Socket&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Socket& operator=(Socket&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }

  int fd() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

// Throws Error: kInvalid for a path that no socket can have, kConnect when nobody answers by `until`.
Socket connect_to(const Endpoint& endpoint, Clock::time_point until);

}  // namespace assay::client
