#include "client/socket.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

namespace assay::client {
namespace {

std::string describe(int error) {
  // What a blocking connect reports when SO_SNDTIMEO passes: EINPROGRESS for TCP, EAGAIN for Unix sockets.
  if (error == EINPROGRESS || error == EAGAIN) error = ETIMEDOUT;
  return std::generic_category().message(error);
}

[[noreturn]] void fail(const Endpoint& endpoint, const std::string& why, bool retryable) {
  Error error(ErrorKind::kConnect, "cannot connect to " + endpoint.text() + ": " + why);
  error.retryable = retryable;
  throw error;
}

// A daemon that starts again is away for a moment, its socket's file too; permissions do not change by
// waiting.
[[noreturn]] void fail(const Endpoint& endpoint, int error) {
  fail(endpoint, describe(error), error != EACCES && error != EPERM);
}

// Bounds connect(). Poll could not: a Unix socket whose backlog is full gives it nothing to wait for.
void limit_connect(const Socket& socket, Clock::time_point until) {
  using std::chrono::microseconds;
  const auto left = std::chrono::duration_cast<microseconds>(until - Clock::now());
  const auto time = std::max(left, microseconds(1));  // 0 would mean for ever
  const timeval limit{.tv_sec = time.count() / 1'000'000, .tv_usec = time.count() % 1'000'000};
  ::setsockopt(socket.fd(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

// An empty socket when it fails, with errno set.
Socket try_connect(int family, const sockaddr* address, socklen_t size, Clock::time_point until) {
  Socket socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!socket) return socket;
  limit_connect(socket, until);
  int result = 0;
  do result = ::connect(socket.fd(), address, size);
  while (result != 0 && errno == EINTR);
  if (result == 0) return socket;
  const int error = errno;
  socket = Socket();
  errno = error;
  return Socket();
}

Socket connect_unix(const Endpoint& endpoint, Clock::time_point until) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (endpoint.path.size() >= sizeof address.sun_path)
    throw Error(ErrorKind::kInvalid, endpoint.text() + ": the path of a socket has at most " +
                                         std::to_string(sizeof address.sun_path - 1) + " bytes");
  std::memcpy(address.sun_path, endpoint.path.data(), endpoint.path.size());
  Socket socket = try_connect(AF_UNIX, reinterpret_cast<const sockaddr*>(&address), sizeof address, until);
  if (!socket) fail(endpoint, errno);
  return socket;
}

// A watch may be silent for hours; a peer whose machine is gone is found out within a minute.
void set_tcp_options(const Socket& socket) {
  const auto set = [&](int level, int option, int value) {
    ::setsockopt(socket.fd(), level, option, &value, sizeof value);
  };
  set(IPPROTO_TCP, TCP_NODELAY, 1);
  set(SOL_SOCKET, SO_KEEPALIVE, 1);
  set(IPPROTO_TCP, TCP_KEEPIDLE, 30);
  set(IPPROTO_TCP, TCP_KEEPINTVL, 10);
  set(IPPROTO_TCP, TCP_KEEPCNT, 3);
}

Socket connect_tcp(const Endpoint& endpoint, Clock::time_point until) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int problem = ::getaddrinfo(endpoint.host.c_str(), endpoint.port.c_str(), &hints, &found);
  if (problem != 0) fail(endpoint, ::gai_strerror(problem), problem == EAI_AGAIN);
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
  int left = 0;
  for (const addrinfo* at = found; at != nullptr; at = at->ai_next) ++left;
  for (const addrinfo* at = found; at != nullptr; at = at->ai_next, --left) {
    // A share of the time for each address: the first may lead nowhere.
    const Clock::time_point now = Clock::now();
    Socket socket = try_connect(at->ai_family, at->ai_addr, at->ai_addrlen, now + (until - now) / left);
    if (!socket) continue;
    set_tcp_options(socket);
    return socket;
  }
  fail(endpoint, errno);
}

}  // namespace

Socket::~Socket() {
  if (fd_ >= 0) ::close(fd_);
}

Socket connect_to(const Endpoint& endpoint, Clock::time_point until) {
  return endpoint.is_unix ? connect_unix(endpoint, until) : connect_tcp(endpoint, until);
}

}  // namespace assay::client
