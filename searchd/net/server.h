// Sockets in, handler calls out. One thread does all the socket work, a pool of threads runs the handler.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assay/v1/envelope.pb.h"
#include "searchd/stop.h"

namespace assay::net {

// Where to listen: "unix:PATH", "tcp:HOST:PORT", "tls:HOST:PORT" or with "[V6]" for HOST; port 0 takes a free
// one.
struct Listen {
  bool is_unix = false;
  std::string path;  // unix
  std::string host;  // tcp
  unsigned short port = 0;
  bool is_encrypted = false;  // TLS
  int descriptor = -1;        // of a socket that listens already; 0 and more: the rest is told by it
};

// Throws std::invalid_argument with a sentence for the user. Without TLS, TCP is served on loopback addresses
// alone; "localhost" stands for 127.0.0.1.
Listen parse_listen(const std::string& text);

// What a socket listens on that somebody else bound, systemd for one; beyond loopback it is served with TLS.
// Takes the descriptor over. Throws std::system_error, and std::invalid_argument where it is no such socket.
Listen inherited_listen(int descriptor);

// PEM files for addresses with TLS.
struct TlsFiles {
  std::string certificate;  // with the chain behind it
  std::string key;
};

// Who is at the other end.
struct Peer {
  bool is_unix = false;
  std::optional<unsigned> uid;  // of a Unix socket's peer, as the system tells it
  bool is_encrypted = false;
};

// Decides what a new connection may ask, and says of the index what HelloReply does; SCOPE_NONE refuses it.
// Runs on the io thread: must be quick.
using Greeting = std::function<v1::Scope(const Peer& peer, const v1::Hello& hello, v1::HelloReply& reply)>;

// What brings the next part of an answer: `request` is handled again when the client gave credit for another
// part, when somebody called Server::tell_of_commit, or at once.
struct Continuation {
  enum class After { kCredit, kCommit, kNothing };
  v1::Envelope request;
  After after = After::kCredit;
};

struct Reply {
  v1::Envelope envelope;  // its body is a reply or a Status; without one, nothing is sent if `next` is set
  std::optional<Continuation> next{};
};

// Answers one request. Runs on the pool, on several threads at once, and must not throw. The server sets the
// id and says whether more follows.
using Handler = std::function<Reply(const v1::Envelope& request, v1::Scope scope, const Stop& stop)>;

struct ServerOptions {
  std::vector<Listen> listen;
  TlsFiles tls;
  std::size_t workers = 2;  // threads of the pool
  std::size_t max_connections = 1024;
  // Requests admitted at once, over all connections; more get RESOURCE_EXHAUSTED. A request counts until its
  // reply is written, so that this bounds the replies held in memory as well.
  std::size_t max_queued = 256;
  // A request that would have to wait for a thread for more than this gets RESOURCE_EXHAUSTED. Nothing: by
  // how long requests take.
  std::optional<std::chrono::milliseconds> max_wait;
  // Answers that wait for credit or a commit at once, over all connections; more get RESOURCE_EXHAUSTED.
  std::size_t max_waiting = 4096;
  // A connection with more reply bytes than this waiting to be written is not read from.
  std::size_t max_unwritten_bytes = 1024 * 1024;

  std::chrono::milliseconds hello_timeout{10'000};  // from the connection to its Hello, TLS included
  std::chrono::milliseconds write_timeout{30'000};  // for the peer to take one frame; then it is cut off
  std::chrono::milliseconds linger_timeout{2'000};  // for the peer to close after our last frame
};

// That the files can be used, or that both are left out. Throws std::invalid_argument with a sentence that
// names the file which cannot.
void check_tls(const TlsFiles& files);

class Server {
 public:
  // Binds at once. Throws std::system_error when an address cannot be had. A Unix socket that a dead
  // daemon left behind is replaced; one that still answers is an error. Throws std::invalid_argument where
  // there is no address, or TLS is wanted and its files cannot be used.
  Server(ServerOptions options, Handler handler, Greeting greeting);
  ~Server();

  // Where it listens, in the form of parse_listen, with the actual ports.
  const std::vector<std::string>& addresses() const;

  // Requests that are admitted and connections that are open; from any thread.
  std::size_t requests() const;
  std::size_t refused() const;  // requests, ever, because of max_queued or max_wait
  std::size_t connections() const;
  // How long the request at the head of the queue has waited for a thread.
  std::chrono::nanoseconds waited() const;
  // How long one may have to wait, as things are.
  std::chrono::nanoseconds max_wait() const;

  // Serves until drain; returns when every admitted request is answered and every connection closed. Then the
  // Unix socket's file is gone. Once only.
  void run();

  // Stops accepting and reading, lets what was admitted be answered; each connection ends with a Status
  // UNAVAILABLE. Idempotent; from any thread, before or while run() runs.
  void drain();

  // Wakes the answers that wait for a commit. From any thread.
  void tell_of_commit();

  // Takes these files for the TLS of the connections to come. Throws std::invalid_argument and goes on with
  // the old ones where they cannot be used; does nothing where no address has TLS. From any thread.
  void reload_tls(const TlsFiles& files);

  // Calls `begun` on the io thread when the drain begins; it must not throw. Before run().
  void on_drain(std::function<void()> begun);

  // Calls drain on SIGTERM and SIGINT; a second signal ends the process at once, with status 128 + its
  // number. To be called before run(); when run() returns the signals have their former effect again.
  void drain_on_signals();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay::net
