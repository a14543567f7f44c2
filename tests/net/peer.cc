#include "tests/net/peer.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "proto/limits.h"
#include "searchd/net/server.h"

namespace assay::tests {
namespace {

constexpr int kPatienceSeconds = 60;

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

int connect_to(const sockaddr* address, socklen_t size) {
  const int made = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (made < 0) fail("socket");
  const timeval patience{kPatienceSeconds, 0};
  ::setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(made, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (::connect(made, address, size) == 0) return made;
  const int error = errno;
  ::close(made);
  errno = error;
  fail("connect");
}

int connect_to(const std::string& address) {
  const net::Listen where = net::parse_listen(address);
  if (where.is_unix) {
    sockaddr_un to{};
    to.sun_family = AF_UNIX;
    where.path.copy(to.sun_path, sizeof to.sun_path - 1);
    return connect_to(reinterpret_cast<const sockaddr*>(&to), sizeof to);
  }
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  v4.sin_port = htons(where.port);
  if (::inet_pton(AF_INET, where.host.c_str(), &v4.sin_addr) == 1)
    return connect_to(reinterpret_cast<const sockaddr*>(&v4), sizeof v4);
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  v6.sin6_port = htons(where.port);
  ::inet_pton(AF_INET6, where.host.c_str(), &v6.sin6_addr);
  return connect_to(reinterpret_cast<const sockaddr*>(&v6), sizeof v6);
}

}  // namespace

v1::Envelope hello(std::uint64_t id, std::uint32_t protocol_min, std::uint32_t protocol_max) {
  v1::Envelope envelope;
  envelope.set_id(id);
  envelope.mutable_hello()->set_protocol_min(protocol_min);
  envelope.mutable_hello()->set_protocol_max(protocol_max);
  envelope.mutable_hello()->set_client("peer of the tests");
  return envelope;
}

v1::Envelope search(std::uint64_t id, const std::string& query, std::uint32_t deadline_ms) {
  v1::Envelope envelope;
  envelope.set_id(id);
  envelope.set_deadline_ms(deadline_ms);
  envelope.mutable_search()->set_query(query);
  return envelope;
}

v1::Envelope cancel(std::uint64_t id) {
  v1::Envelope envelope;
  envelope.mutable_cancel()->set_id(id);
  return envelope;
}

std::string frame(const v1::Envelope& envelope) {
  return proto::encode_frame(envelope, proto::kMaxReplyBytes);
}

Peer::Peer(const std::string& address) : socket_(connect_to(address)), decoder_(proto::kMaxReplyBytes) {}

Peer::Peer(Peer&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), decoder_(std::move(other.decoder_)) {}

Peer& Peer::greet() {
  send(hello(1));
  const auto reply = receive();
  EXPECT_TRUE(reply && reply->has_hello_reply()) << (reply ? reply->DebugString() : "nothing came");
  return *this;
}

bool Peer::send_bytes(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && (errno == EPIPE || errno == ECONNRESET)) return false;
    if (sent < 0) fail("send");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<v1::Envelope> Peer::receive() {
  std::array<char, 64 * 1024> chunk;
  for (;;) {
    if (const auto payload = decoder_.next()) return proto::decode_envelope(*payload);
    const ssize_t size = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) fail("recv");
    if (size == 0) {
      EXPECT_TRUE(decoder_.at_boundary()) << "the stream ended inside a frame";
      return std::nullopt;
    }
    decoder_.feed({chunk.data(), static_cast<std::size_t>(size)});
  }
}

std::vector<v1::Envelope> Peer::receive_all() {
  std::vector<v1::Envelope> all;
  while (auto envelope = receive()) all.push_back(*std::move(envelope));
  return all;
}

void Peer::await_hangup() const {
  pollfd waiting{socket_, 0, 0};  // a hang-up is reported without being asked for
  if (::poll(&waiting, 1, kPatienceSeconds * 1000) != 1)
    throw std::runtime_error("the daemon did not hang up");
}

void Peer::finish_sending() const { ::shutdown(socket_, SHUT_WR); }

void Peer::close() {
  if (socket_ >= 0) ::close(std::exchange(socket_, -1));
}

bool accepts(const std::string& address) {
  try {
    const Peer peer(address);
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

}  // namespace assay::tests
