#include "searchd/net/listen.h"

#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <stdexcept>
#include <string_view>

namespace assay::net {
namespace {

[[noreturn]] void refuse(const std::string& text, const std::string& why) {
  throw std::invalid_argument("cannot listen on '" + text + "': " + why);
}

// "HOST:PORT" or "[V6]:PORT".
Listen parse_host_and_port(const std::string& text, std::string_view rest) {
  const std::size_t colon = rest.rfind(':');
  if (colon == std::string_view::npos) refuse(text, "the port is missing; write tcp:HOST:PORT");
  std::string_view host = rest.substr(0, colon);
  const std::string_view port = rest.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    refuse(text, "an IPv6 address stands in brackets; write tcp:[::1]:PORT");
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
  if (!all.starts_with("tcp:")) refuse(text, "write unix:PATH or tcp:HOST:PORT");
  Listen listen = parse_host_and_port(text, all.substr(4));
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(listen.host, error);
  if (error || !address.is_loopback()) {
    refuse(text,
           "only loopback addresses (127.0.0.1, [::1], localhost) are served, because connections are not "
           "encrypted; reach the daemon from elsewhere through an SSH tunnel");
  }
  return listen;
}

std::string to_string(const Listen& listen) {
  if (listen.is_unix) return "unix:" + listen.path;
  const bool v6 = listen.host.find(':') != std::string::npos;
  return "tcp:" + (v6 ? "[" + listen.host + "]" : listen.host) + ":" + std::to_string(listen.port);
}

}  // namespace assay::net
