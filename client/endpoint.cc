#include <algorithm>
#include <charconv>
#include <string_view>

#include "client/assay.h"
#include "proto/standard_address.h"

namespace assay {
namespace {

constexpr std::string_view kUnix = "unix:";
constexpr std::string_view kTcp = "tcp:";
constexpr std::string_view kTls = "tls:";

bool is_port(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number >= 1 && number <= 65'535;
}

// "HOST:PORT" or "[V6]:PORT"; an endpoint without a host when it is neither.
Endpoint parse_tcp(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || !is_port(text.substr(colon + 1))) return {};
  std::string_view host = text.substr(0, colon);
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  if (!bracketed && host.find(':') != std::string_view::npos) return {};
  return {.is_unix = false, .host = std::string(host), .port = std::string(text.substr(colon + 1))};
}

}  // namespace

Endpoint Endpoint::parse(const std::string& text) {
  Endpoint endpoint;
  if (text.starts_with(kUnix)) endpoint.path = text.substr(kUnix.size());
  const bool is_tls = text.starts_with(kTls);
  if (is_tls || text.starts_with(kTcp)) endpoint = parse_tcp(std::string_view(text).substr(kTcp.size()));
  endpoint.is_tls = is_tls;
  if (endpoint.path.empty() && endpoint.host.empty())
    throw Error(ErrorKind::kInvalid, "\"" + text +
                                         "\" is no address of a daemon: use unix:PATH, tcp:HOST:PORT or "
                                         "tls:HOST:PORT (an IPv6 address in brackets)");
  return endpoint;
}

Endpoint Endpoint::standard() { return parse(proto::standard_address()); }

std::string Endpoint::text() const {
  if (is_unix) return std::string(kUnix) + path;
  const bool is_v6 = host.find(':') != std::string::npos;
  return std::string(is_tls ? kTls : kTcp) + (is_v6 ? "[" + host + "]" : host) + ":" + port;
}

}  // namespace assay
