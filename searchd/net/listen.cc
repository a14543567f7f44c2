#include "searchd/net/listen.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <boost/asio/ip/tcp.hpp>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace assay::net {
namespace {

[[noreturn]] void refuse(const std::string& text, const std::string& why) {
  throw std::invalid_argument("cannot listen on '" + text + "': " + why);
}

// "HOST:PORT" or "[V6]:PORT".
Listen parse_host_and_port(const std::string& text, std::string_view rest) {
  const std::size_t colon = rest.rfind(':');
  if (colon == std::string_view::npos) refuse(text, "the port is missing; write HOST:PORT");
  std::string_view host = rest.substr(0, colon);
  const std::string_view port = rest.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    refuse(text, "an IPv6 address stands in brackets; write [::1]:PORT");
  }

  Listen listen;
  listen.host = host == "localhost" ? "127.0.0.1" : std::string(host);
  const char* end = port.data() + port.size();
  const auto [parsed, error] = std::from_chars(port.data(), end, listen.port);
  if (error != std::errc() || parsed != end) refuse(text, "the port is a number from 0 to 65535");
  return listen;
}

}  // namespace

Listen parse_listen(const std::string& text) {
  const std::string_view all = text;
  if (all.starts_with("unix:")) {
    Listen listen;
    listen.is_unix = true;
    listen.path = all.substr(5);
    if (listen.path.empty()) refuse(text, "the path is missing; write unix:PATH");
    return listen;
  }
  const bool is_encrypted = all.starts_with("tls:");
  if (!is_encrypted && !all.starts_with("tcp:"))
    refuse(text, "write unix:PATH, tcp:HOST:PORT or tls:HOST:PORT");
  Listen listen = parse_host_and_port(text, all.substr(4));
  listen.is_encrypted = is_encrypted;
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(listen.host, error);
  if (is_encrypted && error) refuse(text, "the host is an IP address, as 192.0.2.1 or [2001:db8::1]");
  if (!is_encrypted && (error || !address.is_loopback()))
    refuse(text,
           "without TLS only loopback addresses (127.0.0.1, [::1], localhost) are served; write tls: and "
           "name a certificate, or reach the daemon through an SSH tunnel");
  return listen;
}

Listen inherited_listen(int descriptor) {
  const auto what = "the socket that was handed over as descriptor " + std::to_string(descriptor);
  sockaddr_storage address{};
  socklen_t size = sizeof(address);
  int is_listening = 0;
  socklen_t flag_size = sizeof(is_listening);
  if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0 ||
      ::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &is_listening, &flag_size) != 0)
    throw std::system_error(errno, std::generic_category(), what);
  if (is_listening == 0) throw std::invalid_argument(what + " does not listen");
  Listen listen;
  listen.descriptor = descriptor;
  if (address.ss_family == AF_UNIX) {
    listen.is_unix = true;
    listen.path = reinterpret_cast<const sockaddr_un&>(address).sun_path;
    return listen;
  }
  boost::asio::ip::tcp::endpoint endpoint;
  if (size > endpoint.capacity() || (address.ss_family != AF_INET && address.ss_family != AF_INET6))
    throw std::invalid_argument(what + " is neither a Unix socket nor one of TCP");
  endpoint.resize(size);
  std::memcpy(endpoint.data(), &address, size);
  listen.host = endpoint.address().to_string();
  listen.port = endpoint.port();
  listen.is_encrypted = !endpoint.address().is_loopback();
  return listen;
}

std::string to_string(const Listen& listen) {
  if (listen.is_unix) return "unix:" + listen.path;
  const bool v6 = listen.host.find(':') != std::string::npos;
  return (listen.is_encrypted ? "tls:" : "tcp:") + (v6 ? "[" + listen.host + "]" : listen.host) + ":" +
         std::to_string(listen.port);
}

}  // namespace assay::net
