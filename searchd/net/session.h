// One connection. Includes Asio: for net/ alone.
#pragma once

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "proto/framing.h"
#include "searchd/net/admission.h"
#include "searchd/net/conversation.h"
#include "searchd/net/io_threads.h"
#include "searchd/net/listener.h"
#include "searchd/net/server.h"
#include "searchd/net/tickets.h"
#include "searchd/net/transport.h"
#include "searchd/net/watchdog.h"

namespace assay::net {

// What all sessions share; outlives them.
struct Shared {
  const ServerOptions& options;
  const Handler& handler;
  const Greeting& greeting;
  Admission& admission;
  Tickets& waiting;  // answers between two parts
  boost::asio::thread_pool& pool;
  IoThreads& io_threads;
  const std::uint64_t& commits;  // that the server was told of
};

// Carries a Conversation over a socket. Lives on the io thread; only the handler's work leaves it. Its
// coroutines (one reads, one writes, one watches the time, one for each request waits for the pool) share the
// state below; each looks at it again whenever it wakes up, so no wake-up can be lost or do harm.
class Session {
 public:
  // `seat` is the connection's own ticket; it is only held.
  Session(Transport transport, const Shared& shared, std::uint64_t number, Ticket seat);

  // The whole life of the connection; when it ends, nothing refers to the session any more.
  boost::asio::awaitable<void> run();

  // Reads no more. What was admitted is answered, then the last words, if any, are sent and the connection is
  // closed. Only the first call counts.
  void end(std::optional<v1::Envelope> last_words);

  // Lets answers that wait for a commit look again.
  void commit_came() { changed_.cancel(); }

 private:
  struct Outgoing {
    std::string frame;
    Ticket ticket;  // of the request that this answers, if any
  };

  boost::asio::awaitable<void> converse();
  boost::asio::awaitable<void> read();
  boost::asio::awaitable<void> take_frames();
  boost::asio::awaitable<void> write();
  boost::asio::awaitable<bool> has_frame();
  boost::asio::awaitable<void> linger();
  boost::asio::awaitable<void> changed();
  boost::asio::awaitable<void> serve(Serve request);
  boost::asio::awaitable<Answered> work_off(Admitted request, bool here);
  boost::asio::awaitable<Ticket> turn(std::uint64_t id, Continuation::After after, std::uint64_t commits);

  void carry_out(const Ignore&) { changed_.cancel(); }  // it may have been credit, or a cancel
  void carry_out(const Say& say);
  void carry_out(Serve request);
  void carry_out(End end);

  void send(Outgoing outgoing);
  void peer_ended();
  void time_is_up();
  void close();

  Transport transport_;
  const Shared& shared_;
  const std::uint64_t number_;  // for the log
  const Ticket seat_;

  Conversation conversation_;
  bool shaking_hands_ = false;
  bool connected_ = false;  // TLS is agreed on, where it is wanted
  bool reading_ = true;
  boost::asio::cancellation_signal wake_reader_;
  std::array<char, 16 * 1024> chunk_;
  proto::FrameDecoder decoder_;

  std::deque<Outgoing> outbox_;  // the first one is being written
  std::size_t unwritten_bytes_ = 0;
  std::optional<v1::Envelope> last_words_;

  boost::asio::steady_timer changed_;  // never expires; cancelled to wake whoever waits for a change
  Watchdog watchdog_;
};

}  // namespace assay::net
