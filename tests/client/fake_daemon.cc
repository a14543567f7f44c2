#include "tests/client/fake_daemon.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "proto/framing.h"
#include "proto/limits.h"

namespace assay::tests {
namespace {

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error(std::string("fake daemon: ") + what);
}

int listen_unix(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  require(path.size() < sizeof address.sun_path, "the path is too long");
  std::memcpy(address.sun_path, path.data(), path.size());
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  require(::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0, "bind");
  return fd;
}

int listen_loopback(std::string& port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  require(::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0, "bind");
  socklen_t size = sizeof address;
  ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
  port = std::to_string(ntohs(address.sin_port));
  return fd;
}

// False when the connection is over.
bool react(int fd, const Reaction& reaction) {
  const std::size_t step = reaction.bytewise ? 1 : reaction.bytes.size();
  for (std::size_t at = 0; at < reaction.bytes.size(); at += step)
    if (::send(fd, reaction.bytes.data() + at, step, MSG_NOSIGNAL) < 0) return false;
  return !reaction.hang_up;
}

}  // namespace

std::string frame(const v1::Envelope& envelope) {
  return proto::encode_frame(envelope, proto::kMaxReplyBytes);
}

Script after_greeting(Script script, const v1::Limits& limits) {
  return [script = std::move(script), limits](const v1::Envelope& request) {
    if (!request.has_hello()) return script(request);
    v1::Envelope answer;
    answer.set_id(request.id());
    answer.mutable_hello_reply()->set_protocol(proto::kProtocolVersion);
    *answer.mutable_hello_reply()->mutable_limits() = limits;
    return Reaction{frame(answer)};
  };
}

Script answering(std::function<v1::Envelope(const v1::Envelope&)> body) {
  return after_greeting([body = std::move(body)](const v1::Envelope& request) {
    v1::Envelope answer = body(request);
    answer.set_id(request.id());
    return Reaction{frame(answer)};
  });
}

FakeDaemon::FakeDaemon(const Endpoint& endpoint, Script script, Reaction on_accept)
    : endpoint_(endpoint), script_(std::move(script)), on_accept_(std::move(on_accept)) {
  listening_ = endpoint_.is_unix ? listen_unix(endpoint_.path) : listen_loopback(endpoint_.port);
  require(::listen(listening_, 16) == 0, "listen");
  require(::pipe2(ending_, O_CLOEXEC) == 0, "pipe");
  thread_ = std::thread([this] { serve(); });
}

FakeDaemon::~FakeDaemon() {
  ::close(ending_[1]);
  thread_.join();
  ::close(ending_[0]);
  ::close(listening_);
}

std::vector<v1::Envelope> FakeDaemon::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

bool FakeDaemon::wait(int fd) const {
  std::array<pollfd, 2> entries = {pollfd{fd, POLLIN, 0}, pollfd{ending_[0], POLLIN, 0}};
  while (::poll(entries.data(), entries.size(), -1) < 0) continue;
  return entries[1].revents == 0;
}

void FakeDaemon::serve() {
  while (wait(listening_)) {
    const int fd = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0) continue;
    if (react(fd, on_accept_)) converse(fd);
    ::close(fd);
  }
}

void FakeDaemon::converse(int fd) {
  proto::FrameDecoder decoder(proto::kMaxRequestBytes);
  std::array<char, 4096> chunk;
  while (wait(fd)) {
    const ssize_t got = ::recv(fd, chunk.data(), chunk.size(), 0);
    if (got <= 0) return;
    decoder.feed({chunk.data(), static_cast<std::size_t>(got)});
    while (const auto payload = decoder.next()) {
      const v1::Envelope request = proto::decode_envelope(*payload);
      if (!request.has_hello()) {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
      }
      if (!react(fd, script_(request))) return;
    }
  }
}

}  // namespace assay::tests
