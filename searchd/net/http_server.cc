#include "searchd/net/http_server.h"

#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <iterator>
#include <list>
#include <thread>
#include <utility>

#include "searchd/net/http_connection.h"
#include "searchd/net/listen.h"
#include "searchd/net/listener.h"
#include "searchd/net/rethrow.h"

namespace assay::net {

namespace asio = boost::asio;
using boost::system::error_code;
using Timer = asio::steady_timer;

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds kAcceptPause{100};  // after a failure to accept

// All but what HttpServer calls runs on the thread of its own.
struct HttpServer::Impl {
  Impl(HttpOptions server_options, HttpHandler server_handler)
      : options(std::move(server_options)),
        handler(std::move(server_handler)),
        listener(io, options.listen) {}

  void run();
  asio::awaitable<void> accept_connections();
  asio::awaitable<void> pause(Timer::time_point until);
  void start_connection(Socket socket);
  void begin_stop();

  const HttpOptions options;
  const HttpHandler handler;
  asio::io_context io{1};
  Timer pause_timer{io};
  Listener listener;
  std::list<HttpConnection> connections;
  bool stopping = false;
  std::thread thread;
};

void HttpServer::Impl::run() {
  try {
    asio::co_spawn(io, accept_connections(), rethrow);
    io.run();
  } catch (const std::exception& error) {
    spdlog::error("metrics and health are no longer served: {}", error.what());
  }
}

asio::awaitable<void> HttpServer::Impl::accept_connections() {
  while (!stopping) {
    if (connections.size() >= options.max_connections) {
      co_await pause(Timer::time_point::max());
      continue;
    }
    auto [error, socket] = co_await listener.acceptor().async_accept(kToken);
    if (stopping) break;
    if (error)
      co_await pause(Timer::clock_type::now() + kAcceptPause);
    else
      start_connection(std::move(socket));
  }
}

// Until then, or until a connection ends or the stop begins.
asio::awaitable<void> HttpServer::Impl::pause(Timer::time_point until) {
  pause_timer.expires_at(until);
  co_await pause_timer.async_wait(kToken);
}

void HttpServer::Impl::start_connection(Socket socket) {
  HttpConnection& connection = connections.emplace_back(std::move(socket), options, handler);
  auto ended = [this, at = std::prev(connections.end())](std::exception_ptr error) {
    rethrow(error);
    connections.erase(at);
    pause_timer.cancel();
  };
  asio::co_spawn(io, connection.run(), std::move(ended));
}

void HttpServer::Impl::begin_stop() {
  stopping = true;
  error_code ignored;
  listener.acceptor().close(ignored);
  pause_timer.cancel();
  for (HttpConnection& connection : connections) connection.close();
}

HttpServer::HttpServer(HttpOptions options, HttpHandler handler)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler))) {
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

HttpServer::~HttpServer() { stop(); }

std::string HttpServer::address() const { return to_string(impl_->listener.where()); }

void HttpServer::stop() {
  if (!impl_->thread.joinable()) return;
  asio::post(impl_->io, [impl = impl_.get()] { impl->begin_stop(); });
  impl_->thread.join();
}

}  // namespace assay::net
