// A bound socket that listens. Includes Asio: for net/ alone.
#pragma once

#include <sys/stat.h>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>

#include "searchd/net/server.h"

namespace assay::net {

// Unix or TCP, all the same after the bind.
using Socket = boost::asio::generic::stream_protocol::socket;
using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::generic::stream_protocol>;

// Holds a Unix socket's file as long as it lives. The file has the mode 0600.
class Listener {
 public:
  // Binds, or takes over the descriptor that is told. See Server::Server for what is thrown and replaced.
  Listener(boost::asio::io_context& io, Listen listen);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  Acceptor& acceptor() { return acceptor_; }
  const Listen& where() const { return listen_; }  // with the actual port

 private:
  void adopt();
  void listen_on_unix();
  void listen_on_tcp();

  Listen listen_;
  Acceptor acceptor_;
  struct stat file_ {};  // the Unix socket's, as it was made
};

}  // namespace assay::net
