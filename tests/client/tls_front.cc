#include "tests/client/tls_front.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "client/socket.h"

namespace assay::tests {
namespace {

using client::Clock;
using client::Socket;

int listen_on_loopback() {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || ::listen(fd, 16) != 0)
    throw std::runtime_error("tls front: cannot listen");
  return fd;
}

// The thread learns of broken connections by what its calls return.
void block_broken_pipes() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace

TlsFront::TlsFront(const Endpoint& behind, const Certificate& certificate, int newest)
    : behind_(behind),
      context_(SSL_CTX_new(TLS_server_method()), SSL_CTX_free),
      listening_(listen_on_loopback()) {
  SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(context_.get(), newest);
  SSL_CTX_use_certificate(context_.get(), certificate.certificate.get());
  SSL_CTX_use_PrivateKey(context_.get(), certificate.key.get());
  if (::pipe2(ending_, O_CLOEXEC) != 0) throw std::runtime_error("tls front: pipe");
  thread_ = std::thread([this] { serve(); });
}

TlsFront::~TlsFront() {
  ::close(ending_[1]);
  thread_.join();
  ::close(ending_[0]);
  ::close(listening_);
}

Endpoint TlsFront::endpoint(const std::string& host) const {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
  return Endpoint::parse("tls:" + host + ":" + std::to_string(ntohs(address.sin_port)));
}

bool TlsFront::wait(int first, int second) const {
  std::array<pollfd, 3> entries = {pollfd{first, POLLIN, 0}, pollfd{second, POLLIN, 0},
                                   pollfd{ending_[0], POLLIN, 0}};
  while (::poll(entries.data(), entries.size(), -1) < 0) continue;
  return entries[2].revents == 0;
}

void TlsFront::serve() {
  block_broken_pipes();
  while (wait(listening_)) {
    const Socket outside(::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC));
    const std::unique_ptr<SSL, decltype(&SSL_free)> ssl(SSL_new(context_.get()), SSL_free);
    SSL_set_fd(ssl.get(), outside.fd());
    if (SSL_accept(ssl.get()) != 1) continue;
    const Socket inside = client::connect_to(behind_, Clock::now() + std::chrono::seconds(10));
    pass_on(*ssl, inside.fd());
  }
}

void TlsFront::pass_on(SSL& outside, int inside) {
  std::array<char, 16 * 1024> bytes;
  while (SSL_has_pending(&outside) == 1 || wait(SSL_get_fd(&outside), inside)) {
    pollfd answers{inside, POLLIN, 0};
    if (::poll(&answers, 1, 0) > 0) {
      const ssize_t got = ::recv(inside, bytes.data(), bytes.size(), 0);
      if (got <= 0 || SSL_write(&outside, bytes.data(), static_cast<int>(got)) <= 0) return;
      continue;
    }
    const int got = SSL_read(&outside, bytes.data(), static_cast<int>(bytes.size()));
    if (got <= 0 || ::send(inside, bytes.data(), static_cast<std::size_t>(got), MSG_NOSIGNAL) < 0) return;
  }
}

}  // namespace assay::tests
