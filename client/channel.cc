#include "client/channel.h"

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <system_error>

#include "client/tls.h"

namespace assay::client {
namespace {

class PlainChannel : public Channel {
 public:
  explicit PlainChannel(Socket socket) : socket_(std::move(socket)) {}

  Progress read(std::span<char> into) override {
    const ssize_t got = ::recv(fd(), into.data(), into.size(), MSG_DONTWAIT);
    if (got == 0) return {.ended = true};
    return got > 0 ? Progress{.bytes = static_cast<std::size_t>(got)} : after_error(POLLIN);
  }

  Progress write(std::string_view bytes) override {
    const ssize_t sent = ::send(fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) return {.bytes = static_cast<std::size_t>(sent)};
    if (errno == EPIPE || errno == ECONNRESET) return {.ended = true};
    return after_error(POLLOUT);
  }

  int fd() const override { return socket_.fd(); }

 private:
  static Progress after_error(short wait) {
    if (errno == EAGAIN || errno == EINTR) return {.wait = wait};
    throw ChannelError(std::generic_category().message(errno));
  }

  Socket socket_;
};

}  // namespace

std::unique_ptr<Channel> open_channel(const Endpoint& endpoint, const std::string& ca_file,
                                      Clock::time_point until) {
  if (endpoint.is_tls) return open_tls(endpoint, ca_file, until);
  return std::make_unique<PlainChannel>(connect_to(endpoint, until));
}

}  // namespace assay::client
