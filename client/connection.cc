#include "client/connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <optional>
#include <system_error>

#include "proto/limits.h"

namespace assay::client {

Connection::Connection(const Endpoint& endpoint, Clock::time_point until)
    : address_(endpoint.text()), socket_(connect_to(endpoint, until)), decoder_(proto::kMaxReplyBytes) {}

void Connection::give_up(const std::string& why) {
  close();
  throw Error(ErrorKind::kConnect, address_ + ": " + why);
}

void Connection::require_open() const {
  if (!socket_) throw Error(ErrorKind::kConnect, address_ + ": the connection is closed");
}

void Connection::send(std::string_view frame, Clock::time_point until) {
  require_open();
  while (!frame.empty()) {
    const ssize_t sent = ::send(socket_.fd(), frame.data(), frame.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      frame.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN) {
      if (wait_for(socket_, POLLOUT, until)) continue;
      close();
      throw Error(ErrorKind::kDeadline, address_ + ": the daemon does not read requests");
    } else if (errno == EPIPE || errno == ECONNRESET) {
      return;  // Whoever hangs up may have said why: receive() finds it, or reports the end.
    } else if (errno != EINTR) {
      give_up(std::generic_category().message(errno));
    }
  }
}

void Connection::read(Clock::time_point until) {
  if (!wait_for(socket_, POLLIN, until))
    throw Error(ErrorKind::kDeadline, address_ + ": the daemon did not answer in time");
  std::array<char, 64 * 1024> chunk;
  const ssize_t got = ::recv(socket_.fd(), chunk.data(), chunk.size(), MSG_DONTWAIT);
  if (got > 0) {
    decoder_.feed({chunk.data(), static_cast<std::size_t>(got)});
  } else if (got == 0) {
    give_up(decoder_.at_boundary() ? "the daemon closed the connection"
                                   : "the daemon closed the connection in the middle of an answer");
  } else if (errno != EAGAIN && errno != EINTR) {
    give_up(std::generic_category().message(errno));
  }
}

v1::Envelope Connection::receive(Clock::time_point until) {
  require_open();
  try {
    for (;;) {
      if (const std::optional<std::string> payload = decoder_.next()) return proto::decode_envelope(*payload);
      read(until);
    }
  } catch (const proto::FramingError& error) {
    give_up(std::string("this is no assay daemon, or its answer was damaged: ") + error.what());
  }
}

}  // namespace assay::client
