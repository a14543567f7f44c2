// Sockets in, handler calls out. One thread does all the socket work, a pool of threads runs the handler.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "assay/v1/envelope.pb.h"
#include "searchd/stop.h"

namespace assay::net {

// Where to listen: "unix:PATH", "tcp:HOST:PORT" or "tcp:[V6]:PORT"; port 0 takes a free one.
struct Listen {
  bool is_unix = false;
  std::string path;  // unix
  std::string host;  // tcp
  unsigned short port = 0;
};

// Throws std::invalid_argument with a sentence for the user. TCP is served on loopback addresses alone, since
// connections are not encrypted; "localhost" stands for 127.0.0.1.
Listen parse_listen(const std::string& text);

// Answers one request. Runs on the pool, on several threads at once; must return an
// Envelope whose body is a reply or a Status and must not throw. The server sets the id.
using Handler = std::function<v1::Envelope(const v1::Envelope& request, const Stop& stop)>;

// What HelloReply says of the index, asked for each connection. Runs on the io thread: must be quick.
using Greeting = std::function<void(v1::HelloReply&)>;

struct ServerOptions {
  Listen listen;
  std::size_t workers = 2;  // threads of the pool
  std::size_t max_connections = 1024;
  // Requests admitted at once, over all connections; more get RESOURCE_EXHAUSTED. A request counts until its
  // reply is written, so that this bounds the replies held in memory as well.
  std::size_t max_queued = 256;
  // A connection with more reply bytes than this waiting to be written is not read from.
  std::size_t max_unwritten_bytes = 1024 * 1024;

  std::chrono::milliseconds hello_timeout{10'000};  // from the connection to its Hello
  std::chrono::milliseconds write_timeout{30'000};  // for the peer to take one frame; then it is cut off
  std::chrono::milliseconds linger_timeout{2'000};  // for the peer to close after our last frame
};

class Server {
 public:
  // Binds at once. Throws std::system_error when the address cannot be had. A Unix socket that a dead
  // daemon left behind is replaced; one that still answers is an error.
  Server(ServerOptions options, Handler handler, Greeting greeting);
  ~Server();

  // Where it listens, in the form of parse_listen, with the actual port.
  std::string address() const;

  // Serves until drain; returns when every admitted request is answered and every connection closed. Then the
  // Unix socket's file is gone. Once only.
  void run();

  // Stops accepting and reading, lets what was admitted be answered; each connection ends with a Status
  // UNAVAILABLE. Idempotent; from any thread, before or while run() runs.
  void drain();

  // Calls drain on SIGTERM and SIGINT; a second signal ends the process at once, with status 128 + its
  // number. To be called before run(); when run() returns the signals have their former effect again.
  void drain_on_signals();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::net
