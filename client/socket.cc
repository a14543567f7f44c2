#include "client/socket.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <memory>
#include <system_error>

namespace assay::client {
namespace {

[[noreturn]] void fail(const Endpoint& endpoint, const std::string& why) {
  throw Error(ErrorKind::kConnect, "cannot connect to " + endpoint.text() + ": " + why);
}

std::string describe(int error) {
  // What a blocking connect reports when SO_SNDTIMEO passes: EINPROGRESS for TCP, EAGAIN for Unix sockets.
  if (error == EINPROGRESS || error == EAGAIN) error = ETIMEDOUT;
  return std::generic_category().message(error);
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
  if (!socket) fail(endpoint, describe(errno));
  return socket;
}

Socket connect_tcp(const Endpoint& endpoint, Clock::time_point until) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int problem = ::getaddrinfo(endpoint.host.c_str(), endpoint.port.c_str(), &hints, &found);
  if (problem != 0) fail(endpoint, ::gai_strerror(problem));
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
  for (const addrinfo* at = found; at != nullptr; at = at->ai_next) {
    Socket socket = try_connect(at->ai_family, at->ai_addr, at->ai_addrlen, until);
    if (!socket) continue;
    const int on = 1;
    ::setsockopt(socket.fd(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
  }
  fail(endpoint, describe(errno));
}

}  // namespace

Socket::~Socket() {
  if (fd_ >= 0) ::close(fd_);
}

Socket connect_to(const Endpoint& endpoint, Clock::time_point until) {
  return endpoint.is_unix ? connect_unix(endpoint, until) : connect_tcp(endpoint, until);
}

bool wait_for(const Socket& socket, short events, Clock::time_point until) {
  using std::chrono::milliseconds;
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
    const auto wait = std::clamp(left, milliseconds(0), milliseconds(INT_MAX));
    pollfd entry{.fd = socket.fd(), .events = events, .revents = 0};
    const int ready = ::poll(&entry, 1, static_cast<int>(wait.count()));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR)
      throw Error(ErrorKind::kConnect, "poll: " + std::generic_category().message(errno));
    if (ready == 0 && Clock::now() >= until) return false;
  }
}

}  // namespace assay::client
