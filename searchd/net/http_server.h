// A small HTTP server for whoever looks after the daemon: GET alone, one request a connection, a thread of
// its own.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "searchd/net/server.h"

namespace assay::net {

struct HttpAnswer {
  unsigned status = 200;
  std::string type;  // of the body
  std::string body;
};

// Called on the server's thread, for one request at a time; `target` is what stands in the request line. What
// it throws is answered with 500.
using HttpHandler = std::function<HttpAnswer(std::string_view target)>;

struct HttpOptions {
  Listen listen;
  std::size_t max_connections = 16;  // more wait until one ends
  std::size_t max_header_bytes = 8 * 1024;
  std::chrono::milliseconds time{5'000};  // of a connection; then it is cut off
};

class HttpServer {
 public:
  // Listens at once and answers from then on. Throws std::system_error when the address cannot be had.
  HttpServer(HttpOptions options, HttpHandler handler);
  ~HttpServer();  // stops

  // Where it listens, in the form of parse_listen, with the actual port.
  std::string address() const;

  // Cuts off the connections that are open and returns when the thread has ended. Idempotent; by one thread
  // at a time, and not by the handler.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::net
