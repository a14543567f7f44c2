#include "bench/load/connection.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "proto/limits.h"

namespace assay::bench {
namespace {

constexpr int kPatienceMs = 30'000;

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error(what + ": " + std::generic_category().message(errno));
}

int connect_to(const sockaddr* address, socklen_t size, const Endpoint& endpoint) {
  const int made = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (made < 0) fail("no socket");
  if (::connect(made, address, size) == 0) return made;
  const int error = errno;
  ::close(made);
  errno = error;
  fail(endpoint.text());
}

int connect_to(const Endpoint& endpoint) {
  if (endpoint.is_unix) {
    sockaddr_un to{};
    to.sun_family = AF_UNIX;
    if (endpoint.path.copy(to.sun_path, sizeof to.sun_path - 1) < endpoint.path.size())
      throw std::runtime_error(endpoint.text() + ": the path is too long");
    return connect_to(reinterpret_cast<const sockaddr*>(&to), sizeof to, endpoint);
  }
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  if (::getaddrinfo(endpoint.host.c_str(), endpoint.port.c_str(), &hints, &found) != 0)
    throw std::runtime_error(endpoint.text() + ": there is no such host");
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> held(found, &::freeaddrinfo);
  const int made = connect_to(found->ai_addr, found->ai_addrlen, endpoint);
  const int on = 1;
  ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return made;
}

v1::Envelope hello() {
  v1::Envelope envelope;
  envelope.set_id(1);
  envelope.mutable_hello()->set_protocol_min(proto::kProtocolVersion);
  envelope.mutable_hello()->set_protocol_max(proto::kProtocolVersion);
  envelope.mutable_hello()->set_client("bench_load " ASSAY_VERSION);
  return envelope;
}

}  // namespace

Connection::Connection(const Endpoint& endpoint)
    : fd_(connect_to(endpoint)), decoder_(proto::kMaxReplyBytes) {
  std::vector<Answer> answers;
  bool open = send(hello());
  while (open && answers.empty()) {
    pollfd waiting{fd_, POLLIN, 0};
    open = ::poll(&waiting, 1, kPatienceMs) == 1 && receive(answers);
  }
  if (!answers.empty() && answers.front().code == v1::CODE_OK) return;
  ::close(fd_);
  throw std::runtime_error(endpoint.text() + ": the daemon does not greet: " +
                           (answers.empty() ? "it is silent" : v1::Code_Name(answers.front().code)));
}

Connection::~Connection() {
  if (fd_ >= 0) ::close(fd_);
}

Connection::Connection(Connection&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      unsent_(std::move(other.unsent_)),
      decoder_(std::move(other.decoder_)) {}

bool Connection::send(const v1::Envelope& request) {
  unsent_ += proto::encode_frame(request, proto::kMaxRequestBytes);
  return flush();
}

bool Connection::flush() {
  while (!unsent_.empty()) {
    const ssize_t sent = ::send(fd_, unsent_.data(), unsent_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return errno == EAGAIN;
    unsent_.erase(0, static_cast<std::size_t>(sent));
  }
  return true;
}

bool Connection::receive(std::vector<Answer>& answers) {
  static thread_local std::array<char, 256 * 1024> chunk;
  const ssize_t got = ::recv(fd_, chunk.data(), chunk.size(), MSG_DONTWAIT);
  if (got < 0) return errno == EAGAIN || errno == EINTR;
  if (got == 0) return false;
  decoder_.feed({chunk.data(), static_cast<std::size_t>(got)});
  while (const std::optional<std::string> payload = decoder_.next()) answers.push_back(read_answer(*payload));
  return true;
}

bool Connection::is_quiet() const {
  pollfd now{fd_, POLLIN, 0};
  return ::poll(&now, 1, 0) == 0;
}

std::optional<pid_t> Connection::daemon() const {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (::getsockopt(fd_, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 || peer.pid <= 0) return std::nullopt;
  return peer.pid;
}

}  // namespace assay::bench
