#include "searchd/net/transport.h"

#include <sys/socket.h>

#include <boost/asio/write.hpp>

namespace assay::net {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);

}  // namespace

// Not coroutines themselves where one operation is all, so that a frame costs no more than without TLS.

asio::awaitable<Transport::Result> Transport::read_some(asio::mutable_buffer into,
                                                        asio::cancellation_slot slot) {
  return std::visit(
      [&](auto& stream) { return stream.async_read_some(into, asio::bind_cancellation_slot(slot, kToken)); },
      stream_);
}

asio::awaitable<Transport::Result> Transport::write(asio::const_buffer from) {
  return std::visit([&](auto& stream) { return asio::async_write(stream, from, kToken); }, stream_);
}

asio::awaitable<Transport::Result> Transport::discard_some(asio::mutable_buffer into) {
  return socket().async_read_some(into, kToken);
}

asio::awaitable<error_code> Transport::handshake() {
  auto* const encrypted = std::get_if<Encrypted>(&stream_);
  if (encrypted == nullptr) co_return error_code();
  const auto [error] = co_await encrypted->async_handshake(asio::ssl::stream_base::server, kToken);
  co_return error;
}

asio::awaitable<void> Transport::finish_writing() {
  error_code ignored;
  if (auto* const encrypted = std::get_if<Encrypted>(&stream_)) {
    // Says so and waits for the peer to say the same.
    std::tie(ignored) = co_await encrypted->async_shutdown(kToken);
  }
  socket().shutdown(Socket::shutdown_send, ignored);
}

void Transport::close() {
  error_code ignored;
  socket().close(ignored);
}

Socket& Transport::socket() {
  auto* const encrypted = std::get_if<Encrypted>(&stream_);
  return encrypted != nullptr ? encrypted->next_layer() : std::get<Socket>(stream_);
}

asio::any_io_executor Transport::executor() { return socket().get_executor(); }

Peer Transport::peer() {
  Peer peer;
  peer.is_encrypted = std::holds_alternative<Encrypted>(stream_);
  error_code error;
  const auto local = socket().local_endpoint(error);
  peer.is_unix = !error && local.protocol().family() == AF_UNIX;
  ucred credentials{};
  socklen_t size = sizeof(credentials);
  if (peer.is_unix &&
      ::getsockopt(socket().native_handle(), SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0)
    peer.uid = credentials.uid;
  return peer;
}

}  // namespace assay::net
