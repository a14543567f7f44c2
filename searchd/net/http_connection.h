// One connection of the HTTP server. Includes Asio: for net/ alone.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "searchd/net/http_server.h"
#include "searchd/net/listener.h"

namespace assay::net {

// On one thread. Options and handler must outlive it.
class HttpConnection {
 public:
  HttpConnection(Socket socket, const HttpOptions& options, const HttpHandler& handler);

  // Answers one request, and returns when the connection is closed.
  boost::asio::awaitable<void> run();
  void close();

 private:
  using Stream = boost::beast::basic_stream<boost::asio::generic::stream_protocol>;
  using Response = boost::beast::http::response<boost::beast::http::string_body>;

  Response answer(std::string_view method, std::string_view target) const;
  boost::asio::awaitable<void> finish();

  Stream stream_;
  const HttpOptions& options_;
  const HttpHandler& handler_;
};

}  // namespace assay::net
