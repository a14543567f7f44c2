#include "searchd/net/http_connection.h"

#include <spdlog/spdlog.h>

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <exception>
#include <utility>

namespace assay::net {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

namespace {

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
constexpr unsigned kHttp11 = 11;

http::response<http::string_body> response(http::status status, std::string type, std::string body) {
  http::response<http::string_body> made(status, kHttp11, std::move(body));
  made.set(http::field::content_type, type);
  made.set(http::field::cache_control, "no-store");
  made.keep_alive(false);
  made.prepare_payload();
  return made;
}

http::response<http::string_body> refusal(http::status status) {
  return response(status, "text/plain; charset=utf-8", std::string(http::obsolete_reason(status)) + "\n");
}

// What a request that cannot be read is answered; unknown: nothing, as its peer is gone or late.
http::status status_of(const error_code& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return http::status::request_header_fields_too_large;
  if (error == http::error::body_limit || error == http::error::unexpected_body)
    return http::status::payload_too_large;
  if (error == http::error::end_of_stream || error == http::error::partial_message)
    return http::status::unknown;
  const bool is_of_http = error.category() == make_error_code(http::error::end_of_stream).category();
  return is_of_http ? http::status::bad_request : http::status::unknown;
}

}  // namespace

HttpConnection::HttpConnection(Socket socket, const HttpOptions& options, const HttpHandler& handler)
    : stream_(std::move(socket)), options_(options), handler_(handler) {}

HttpConnection::Response HttpConnection::answer(std::string_view method, std::string_view target) const {
  if (method != "GET") {
    Response refused = refusal(http::status::method_not_allowed);
    refused.set(http::field::allow, "GET");
    return refused;
  }
  try {
    HttpAnswer answer = handler_(target);
    return response(http::int_to_status(answer.status), std::move(answer.type), std::move(answer.body));
  } catch (const std::exception& error) {
    spdlog::error("an HTTP request failed unexpectedly: {}", error.what());
    return refusal(http::status::internal_server_error);
  }
}

asio::awaitable<void> HttpConnection::run() {
  stream_.expires_after(options_.time);
  beast::flat_buffer buffer(2 * options_.max_header_bytes);
  http::request_parser<http::empty_body> parser;
  parser.header_limit(static_cast<std::uint32_t>(options_.max_header_bytes));
  parser.body_limit(std::uint64_t{0});
  const auto [error, size] = co_await http::async_read(stream_, buffer, parser, kToken);
  const http::status refused = error ? status_of(error) : http::status::ok;
  if (refused != http::status::unknown) {
    const auto& request = parser.get();
    const Response reply = error ? refusal(refused) : answer(request.method_string(), request.target());
    co_await http::async_write(stream_, reply, kToken);
    co_await finish();
  }
  close();
}

// Closing a socket while something waits to be read would take the answer back.
asio::awaitable<void> HttpConnection::finish() {
  error_code error;
  stream_.socket().shutdown(asio::socket_base::shutdown_send, error);
  std::array<char, 1024> rest;
  const auto space = asio::buffer(rest);
  while (!error) {
    const auto [end, size] = co_await stream_.async_read_some(space, kToken);
    error = end;
  }
}

void HttpConnection::close() { stream_.close(); }

}  // namespace assay::net
