#include "client/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>

#include <new>

#include "client/tls_failure.h"
#include "client/tls_socket.h"

namespace assay::client {
namespace {

struct Free {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
  void operator()(SSL* ssl) const { SSL_free(ssl); }
};
using Context = std::unique_ptr<SSL_CTX, Free>;

Context make_context(const std::string& ca_file) {
  Context context(SSL_CTX_new(TLS_client_method()));
  if (!context) throw std::bad_alloc();
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  // Frames tell by themselves whether an end came too early.
  SSL_CTX_set_options(context.get(), SSL_OP_IGNORE_UNEXPECTED_EOF);
  ERR_clear_error();
  if (ca_file.empty()) {
    SSL_CTX_set_default_verify_paths(context.get());
  } else if (SSL_CTX_load_verify_file(context.get(), ca_file.c_str()) != 1) {
    throw Error(ErrorKind::kInvalid, ca_file +
                                         " cannot be read as a file of PEM certificates (--ca, ASSAY_CA): " +
                                         openssl_error("it holds none"));
  }
  return context;
}

class TlsChannel : public Channel {
 public:
  TlsChannel(const Context& context, Socket socket, const std::string& host)
      : socket_(std::move(socket)), ssl_(SSL_new(context.get())) {
    if (!ssl_) throw std::bad_alloc();
    BIO* bio = new_socket_bio(socket_.fd());
    SSL_set_bio(ssl_.get(), bio, bio);
    SSL_set_hostflags(ssl_.get(), X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    // Takes an address as well; only a name is told to the daemon.
    if (SSL_set1_host(ssl_.get(), host.c_str()) != 1) throw std::bad_alloc();
    if (X509_VERIFY_PARAM_get0_host(SSL_get0_param(ssl_.get()), 0) != nullptr) {
      // As SSL_set_tlsext_host_name, whose cast is of the old style.
      SSL_ctrl(ssl_.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
               const_cast<char*>(host.c_str()));
    }
  }

  // Throws Error(kConnect).
  void shake_hands(const Endpoint& endpoint, Clock::time_point until) {
    for (;;) {
      ERR_clear_error();
      const int result = SSL_connect(ssl_.get());
      if (result == 1) return;
      const short wait = wanted(result);
      if (wait != 0 && wait_for(fd(), wait, until)) continue;
      const bool refused = wait == 0 && SSL_get_error(ssl_.get(), result) == SSL_ERROR_SSL;
      Error error(ErrorKind::kConnect,
                  endpoint.text() + ": " +
                      (refused ? handshake_failure(*ssl_, endpoint.host)
                               : "the connection ended, or was silent, before it was encrypted"));
      error.retryable = !refused;
      throw error;
    }
  }

  Progress read(std::span<char> into) override {
    ERR_clear_error();
    std::size_t got = 0;
    const int result = SSL_read_ex(ssl_.get(), into.data(), into.size(), &got);
    return result == 1 ? Progress{.bytes = got} : after(result);
  }

  Progress write(std::string_view bytes) override {
    ERR_clear_error();
    std::size_t sent = 0;
    const int result = SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &sent);
    return result == 1 ? Progress{.bytes = sent} : after(result);
  }

  int fd() const override { return socket_.fd(); }

 private:
  // Events of poll; 0 when waiting does not help.
  short wanted(int result) const {
    const int error = SSL_get_error(ssl_.get(), result);
    if (error == SSL_ERROR_WANT_READ) return POLLIN;
    return error == SSL_ERROR_WANT_WRITE ? POLLOUT : 0;
  }

  Progress after(int result) const {
    if (const short wait = wanted(result); wait != 0) return {.wait = wait};
    if (SSL_get_error(ssl_.get(), result) == SSL_ERROR_SSL)
      throw ChannelError("the encrypted connection broke: " + openssl_error("its bytes were damaged"));
    return {.ended = true};
  }

  Socket socket_;
  std::unique_ptr<SSL, Free> ssl_;
};

}  // namespace

std::unique_ptr<Channel> open_tls(const Endpoint& endpoint, const std::string& ca_file,
                                  Clock::time_point until) {
  const Context context = make_context(ca_file);
  auto channel = std::make_unique<TlsChannel>(context, connect_to(endpoint, until), endpoint.host);
  channel->shake_hands(endpoint, until);
  return channel;
}

}  // namespace assay::client
