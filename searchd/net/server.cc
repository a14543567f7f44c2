#include "searchd/net/server.h"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <cstdint>
#include <exception>
#include <iterator>
#include <list>
#include <optional>
#include <utility>

#include "searchd/net/failure.h"
#include "searchd/net/listen.h"
#include "searchd/net/listener.h"
#include "searchd/net/rethrow.h"
#include "searchd/net/session.h"
#include "searchd/net/tickets.h"

namespace assay::net {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::milliseconds;

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
constexpr milliseconds kAcceptPause{100};        // after a failure to accept
constexpr milliseconds kRetryConnection{1'000};  // what a refused connection is told
constexpr std::size_t kMaxRefused = 16;  // connections that are being refused at a time; more must wait

// All but drain() runs on the thread of run(). The order of the members is that of their dependence.
struct Server::Impl {
  Impl(ServerOptions server_options, Handler server_handler, Greeting server_greeting);

  void run();
  void drain();
  void await_signal();

  asio::awaitable<void> accept_connections();
  asio::awaitable<void> pause(asio::steady_timer::time_point until);
  void start_session(Socket socket);
  void begin_drain();
  void release_signals_when_done();

  const ServerOptions options;
  const Handler handler;
  const Greeting greeting;
  Tickets requests{options.max_queued};
  Tickets seats{options.max_connections};
  asio::io_context io{1};
  asio::signal_set signals{io};
  asio::steady_timer pause_timer{io};
  std::optional<Listener> listener;
  const std::string address;
  std::list<Session> sessions;
  std::uint64_t connections = 0;  // ever made
  bool draining = false;
  bool signalled = false;
  asio::thread_pool pool{options.workers};
  const Shared shared{options, handler, greeting, requests, pool};
};

Server::Impl::Impl(ServerOptions server_options, Handler server_handler, Greeting server_greeting)
    : options(std::move(server_options)),
      handler(std::move(server_handler)),
      greeting(std::move(server_greeting)),
      listener(std::in_place, io, options.listen),
      address(to_string(listener->where())) {}

void Server::Impl::run() {
  spdlog::info("listening on {}", address);
  asio::co_spawn(io, accept_connections(), rethrow);
  io.run();
  pool.join();
  listener.reset();
  spdlog::info("no longer listening on {}", address);
}

asio::awaitable<void> Server::Impl::accept_connections() {
  bool failing = false;  // so that a lasting failure is logged once
  while (!draining) {
    if (sessions.size() >= options.max_connections + kMaxRefused) {
      co_await pause(asio::steady_timer::time_point::max());
      continue;
    }
    auto [error, socket] = co_await listener->acceptor().async_accept(kToken);
    if (draining) break;
    if (error) {
      if (!std::exchange(failing, true)) spdlog::error("cannot accept connections: {}", error.message());
      co_await pause(asio::steady_timer::clock_type::now() + kAcceptPause);
    } else {
      failing = false;
      start_session(std::move(socket));
    }
  }
}

// Until then, or until a connection ends or the drain begins.
asio::awaitable<void> Server::Impl::pause(asio::steady_timer::time_point until) {
  pause_timer.expires_at(until);
  co_await pause_timer.async_wait(kToken);
}

void Server::Impl::start_session(Socket socket) {
  if (!options.listen.is_unix) {
    error_code ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  }
  Ticket seat = seats.take();
  const bool refused = !seat;
  Session& session = sessions.emplace_back(std::move(socket), shared, ++connections, std::move(seat));
  if (refused)
    session.end(too_many(0, {"max_connections", seats.limit(), seats.limit() + 1}, kRetryConnection));
  auto ended = [this, at = std::prev(sessions.end())](std::exception_ptr error) {
    rethrow(error);
    sessions.erase(at);
    pause_timer.cancel();
    release_signals_when_done();
  };
  asio::co_spawn(io, session.run(), std::move(ended));
}

void Server::Impl::drain() {
  asio::post(io, [this] { begin_drain(); });
}

void Server::Impl::begin_drain() {
  if (std::exchange(draining, true)) return;
  spdlog::info("draining, {} connections are open", sessions.size());
  error_code ignored;
  listener->acceptor().close(ignored);
  pause_timer.cancel();
  for (Session& session : sessions)
    session.end(failure(0, v1::CODE_UNAVAILABLE, "the daemon is shutting down"));
  release_signals_when_done();
}

// Waiting for signals must not keep run() from returning.
void Server::Impl::release_signals_when_done() {
  if (!draining || !sessions.empty()) return;
  error_code ignored;
  signals.cancel(ignored);
  signals.clear(ignored);
}

void Server::Impl::await_signal() {
  signals.async_wait([this](error_code error, int signal) {
    if (error) return;
    if (std::exchange(signalled, true)) ::_exit(128 + signal);
    await_signal();
    begin_drain();
  });
}

Server::Server(ServerOptions options, Handler handler, Greeting greeting)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler), std::move(greeting))) {}

Server::~Server() = default;

std::string Server::address() const { return impl_->address; }

void Server::run() { impl_->run(); }

void Server::drain() { impl_->drain(); }

void Server::drain_on_signals() {
  impl_->signals.add(SIGTERM);
  impl_->signals.add(SIGINT);
  impl_->await_signal();
}

}  // namespace assay::net
