// The bytes of one connection, with TLS or without. Includes Asio: for net/ alone.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstddef>
#include <tuple>
#include <variant>

#include "searchd/net/listener.h"
#include "searchd/net/server.h"

namespace assay::net {

// Lives on the io thread. Errors come back as values.
class Transport {
 public:
  using Result = std::tuple<boost::system::error_code, std::size_t>;

  explicit Transport(Socket socket) : stream_(std::move(socket)) {}
  Transport(Socket socket, boost::asio::ssl::context& tls) : stream_(Encrypted(std::move(socket), tls)) {}

  // Before anything else; without TLS there is nothing to do.
  boost::asio::awaitable<boost::system::error_code> handshake();

  boost::asio::awaitable<Result> read_some(boost::asio::mutable_buffer into,
                                           boost::asio::cancellation_slot slot = {});
  boost::asio::awaitable<Result> write(boost::asio::const_buffer from);
  // Reads what the peer still sends, to throw it away; TLS has no part in that.
  boost::asio::awaitable<Result> discard_some(boost::asio::mutable_buffer into);
  // Tells the peer that nothing more comes.
  boost::asio::awaitable<void> finish_writing();
  void close();

  boost::asio::any_io_executor executor();
  Peer peer();

 private:
  using Encrypted = boost::asio::ssl::stream<Socket>;
  Socket& socket();

  std::variant<Socket, Encrypted> stream_;
};

}  // namespace assay::net
