#include "searchd/net/listener.h"

#include <unistd.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "searchd/net/listen.h"

namespace assay::net {
namespace {

namespace asio = boost::asio;
namespace fs = std::filesystem;
using boost::system::error_code;

[[noreturn]] void fail(const Listen& listen, const std::error_code& error) {
  throw std::system_error(error, "cannot listen on " + to_string(listen));
}

void check(const Listen& listen, const error_code& error) {
  if (error) fail(listen, error);
}

asio::local::stream_protocol::endpoint unix_endpoint(const Listen& listen) {
  if (listen.path.size() >= sizeof(sockaddr_un::sun_path))
    fail(listen, std::make_error_code(std::errc::filename_too_long));
  return asio::local::stream_protocol::endpoint(listen.path);
}

// Removes the socket of a daemon that is gone. Whatever else stands there is left for bind to refuse.
void remove_stale(asio::io_context& io, const asio::local::stream_protocol::endpoint& endpoint) {
  error_code error;
  std::error_code ignored;
  if (!fs::is_socket(fs::symlink_status(endpoint.path(), ignored))) return;
  asio::local::stream_protocol::socket probe(io, endpoint.protocol());
  probe.non_blocking(true);  // a live daemon with a full backlog must not hold us up
  probe.connect(endpoint, error);
  if (error == asio::error::connection_refused) fs::remove(endpoint.path(), ignored);
}

// A number of a removed file may be used again, its number and birth together are not.
bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

}  // namespace

Listener::Listener(asio::io_context& io, Listen listen) : listen_(std::move(listen)), acceptor_(io) {
  if (listen_.descriptor >= 0) {
    adopt();
    return;
  }
  listen_.is_unix ? listen_on_unix() : listen_on_tcp();
  error_code error;
  acceptor_.listen(asio::socket_base::max_listen_connections, error);
  check(listen_, error);
}

Listener::~Listener() {
  struct stat now {};
  // What somebody else bound is theirs to remove.
  if (listen_.is_unix && listen_.descriptor < 0 && ::lstat(listen_.path.c_str(), &now) == 0 &&
      same_file(now, file_))
    ::unlink(listen_.path.c_str());
}

void Listener::adopt() {
  const int family = listen_.is_unix                               ? AF_UNIX
                     : listen_.host.find(':') != std::string::npos ? AF_INET6
                                                                   : AF_INET;
  error_code error;
  acceptor_.assign(asio::generic::stream_protocol(family, 0), listen_.descriptor, error);
  check(listen_, error);
}

void Listener::listen_on_unix() {
  const auto endpoint = unix_endpoint(listen_);
  remove_stale(static_cast<asio::io_context&>(acceptor_.get_executor().context()), endpoint);
  error_code error;
  acceptor_.open(endpoint.protocol(), error);
  check(listen_, error);
  // Linux gives the file the mode that its socket has, so that at no time another user may connect.
  if (::fchmod(acceptor_.native_handle(), 0600) != 0)
    fail(listen_, std::error_code(errno, std::generic_category()));
  acceptor_.bind(endpoint, error);
  check(listen_, error);
  if (::lstat(listen_.path.c_str(), &file_) != 0)
    fail(listen_, std::error_code(errno, std::generic_category()));
}

void Listener::listen_on_tcp() {
  error_code error;
  const auto address = asio::ip::make_address(listen_.host, error);
  check(listen_, error);
  const asio::ip::tcp::endpoint endpoint(address, listen_.port);
  acceptor_.open(endpoint.protocol(), error);
  check(listen_, error);
  acceptor_.set_option(asio::socket_base::reuse_address(true), error);
  check(listen_, error);
  acceptor_.bind(endpoint, error);
  check(listen_, error);
  // The port as the system chose it: a generic endpoint holds the bytes of the TCP endpoint.
  const auto bound = acceptor_.local_endpoint(error);
  check(listen_, error);
  asio::ip::tcp::endpoint actual;
  actual.resize(bound.size());
  std::memcpy(actual.data(), bound.data(), bound.size());
  listen_.port = actual.port();
}

}  // namespace assay::net
