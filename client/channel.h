// Bytes to and from a daemon, as they are or encrypted.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "client/socket.h"

namespace assay::client {

// What became of reading or writing. With no bytes and no end, it goes on once the socket is ready for
// `wait`.
struct Progress {
  std::size_t bytes = 0;
  short wait = 0;  // events of poll
  bool ended = false;
};

// The connection broke; says how.
class ChannelError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Not thread-safe. Neither call blocks; both throw ChannelError.
class Channel {
 public:
  virtual ~Channel() = default;
  // Ended: the peer sends no more.
  virtual Progress read(std::span<char> into) = 0;
  // Ended: the peer reads no more. It may still have said why.
  virtual Progress write(std::string_view bytes) = 0;
  virtual int fd() const = 0;
};

// Connects by `until`. `ca_file` is ClientOptions::ca_file. Throws Error, as connect_to does.
std::unique_ptr<Channel> open_channel(const Endpoint& endpoint, const std::string& ca_file,
                                      Clock::time_point until);

}  // namespace assay::client
