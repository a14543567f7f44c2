#include "searchd/net/server.h"

#include <netinet/tcp.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
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
#include <stdexcept>
#include <utility>

#include "searchd/net/admission.h"
#include "searchd/net/failure.h"
#include "searchd/net/listen.h"
#include "searchd/net/listener.h"
#include "searchd/net/rethrow.h"
#include "searchd/net/session.h"
#include "searchd/net/tickets.h"
#include "searchd/net/tls.h"

namespace assay::net {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::milliseconds;

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
constexpr milliseconds kAcceptPause{100};        // after a failure to accept
constexpr milliseconds kRetryConnection{1'000};  // what a refused connection is told
constexpr std::size_t kMaxRefused = 16;  // connections that are being refused at a time; more must wait

bool is_encrypted(const Listen& where) { return where.is_encrypted; }

// A peer whose machine is gone, or whom a router forgot, is found out within two minutes and gives its seat
// back.
void set_tcp_options(Socket& socket) {
  using Idle = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_KEEPIDLE>;
  using Interval = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_KEEPINTVL>;
  using Count = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_KEEPCNT>;
  error_code ignored;
  socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  socket.set_option(asio::socket_base::keep_alive(true), ignored);
  socket.set_option(Idle(60), ignored);
  socket.set_option(Interval(15), ignored);
  socket.set_option(Count(4), ignored);
}

// Where connections come from. Each has a timer of its own, so that one that fails does not hurry another.
struct Entrance {
  Entrance(asio::io_context& io, const Listen& where) : listener(io, where), pause(io) {}
  Listener listener;
  asio::steady_timer pause;
};

// All but what the header says otherwise of runs on the leader of io_threads. The order of the
// members is that of their dependence.
struct Server::Impl {
  Impl(ServerOptions server_options, Handler server_handler, Greeting server_greeting);

  void run();
  void drain();
  void tell_of_commit();
  void reload_tls(const TlsFiles& files);
  void await_signal();

  asio::awaitable<void> accept_connections(Entrance& entrance);
  asio::awaitable<void> pause(Entrance& entrance, asio::steady_timer::time_point until);
  void wake_entrances();
  void start_session(Socket socket, const Listen& where);
  void begin_drain();
  void release_signals_when_done();

  const ServerOptions options;
  const Handler handler;
  const Greeting greeting;
  Admission admission{options.max_queued, options.workers, options.max_wait};
  Tickets seats{options.max_connections};
  Tickets waiting{options.max_waiting};
  asio::io_context io{2};
  asio::signal_set signals{io};
  std::function<void()> drain_begun;
  std::shared_ptr<asio::ssl::context> tls;
  std::list<Entrance> entrances;
  std::vector<std::string> addresses;
  std::uint64_t commits = 0;
  std::list<Session> sessions;
  std::uint64_t connections = 0;  // ever made
  bool draining = false;
  bool signalled = false;
  asio::thread_pool pool{options.workers};
  IoThreads io_threads{io, pool, admission};
  const Shared shared{options, handler, greeting, admission, waiting, pool, io_threads, commits};
};

Server::Impl::Impl(ServerOptions server_options, Handler server_handler, Greeting server_greeting)
    : options(std::move(server_options)),
      handler(std::move(server_handler)),
      greeting(std::move(server_greeting)) {
  if (options.listen.empty()) throw std::invalid_argument("there is no address to listen on");
  if (std::any_of(options.listen.begin(), options.listen.end(), is_encrypted)) tls = tls_context(options.tls);
  for (const Listen& where : options.listen)
    addresses.push_back(to_string(entrances.emplace_back(io, where).listener.where()));
}

void Server::Impl::run() {
  for (Entrance& entrance : entrances) {
    spdlog::info("listening on {}", to_string(entrance.listener.where()));
    asio::co_spawn(io, accept_connections(entrance), rethrow);
  }
  io_threads.run();
  pool.join();
  entrances.clear();
  spdlog::info("no longer listening");
}

asio::awaitable<void> Server::Impl::accept_connections(Entrance& entrance) {
  bool failing = false;  // so that a lasting failure is logged once
  while (!draining) {
    if (sessions.size() >= options.max_connections + kMaxRefused) {
      co_await pause(entrance, asio::steady_timer::time_point::max());
      continue;
    }
    auto [error, socket] = co_await entrance.listener.acceptor().async_accept(kToken);
    if (draining) break;
    if (error) {
      if (!std::exchange(failing, true)) spdlog::error("cannot accept connections: {}", error.message());
      co_await pause(entrance, asio::steady_timer::clock_type::now() + kAcceptPause);
    } else {
      failing = false;
      start_session(std::move(socket), entrance.listener.where());
    }
  }
}

// Until then, or until a connection ends or the drain begins.
asio::awaitable<void> Server::Impl::pause(Entrance& entrance, asio::steady_timer::time_point until) {
  entrance.pause.expires_at(until);
  co_await entrance.pause.async_wait(kToken);
}

void Server::Impl::wake_entrances() {
  for (Entrance& entrance : entrances) entrance.pause.cancel();
}

void Server::Impl::start_session(Socket socket, const Listen& where) {
  if (!where.is_unix) {
    set_tcp_options(socket);
  }
  Ticket seat = seats.take();
  const bool refused = !seat;
  Transport transport =
      where.is_encrypted ? Transport(std::move(socket), *tls) : Transport(std::move(socket));
  Session& session = sessions.emplace_back(std::move(transport), shared, ++connections, std::move(seat));
  if (refused)
    session.end(too_many(0, {"max_connections", seats.limit(), seats.limit() + 1}, kRetryConnection));
  auto ended = [this, at = std::prev(sessions.end())](std::exception_ptr error) {
    rethrow(error);
    sessions.erase(at);
    wake_entrances();
    release_signals_when_done();
  };
  asio::co_spawn(io, session.run(), std::move(ended));
}

void Server::Impl::tell_of_commit() {
  asio::post(io, [this] {
    ++commits;
    for (Session& session : sessions) session.commit_came();
  });
}

void Server::Impl::reload_tls(const TlsFiles& files) {
  if (!std::any_of(options.listen.begin(), options.listen.end(), is_encrypted)) return;
  asio::post(io, [this, fresh = tls_context(files)] { tls = fresh; });
}

void Server::Impl::drain() {
  asio::post(io, [this] { begin_drain(); });
}

void Server::Impl::begin_drain() {
  if (std::exchange(draining, true)) return;
  spdlog::info("draining, {} connections are open", sessions.size());
  if (drain_begun) drain_begun();
  error_code ignored;
  for (Entrance& entrance : entrances) entrance.listener.acceptor().close(ignored);
  wake_entrances();
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

const std::vector<std::string>& Server::addresses() const { return impl_->addresses; }

std::size_t Server::requests() const { return impl_->admission.taken(); }

std::size_t Server::refused() const { return impl_->admission.refused(); }

std::chrono::nanoseconds Server::waited() const { return impl_->admission.waited(Stop::Clock::now()); }
std::chrono::nanoseconds Server::max_wait() const {
  return impl_->admission.outlook(Stop::Clock::now()).most;
}

std::size_t Server::connections() const { return impl_->seats.taken(); }

void Server::run() { impl_->run(); }

void Server::drain() { impl_->drain(); }

void Server::tell_of_commit() { impl_->tell_of_commit(); }

void Server::reload_tls(const TlsFiles& files) { impl_->reload_tls(files); }

void Server::on_drain(std::function<void()> begun) { impl_->drain_begun = std::move(begun); }

void Server::drain_on_signals() {
  impl_->signals.add(SIGTERM);
  impl_->signals.add(SIGINT);
  impl_->await_signal();
}

}  // namespace assay::net
