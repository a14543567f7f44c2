#include "client/cli/failure.h"

#include <fmt/core.h>

#include <algorithm>

#include "client/cli/screen.h"

namespace assay::cli {
namespace {

constexpr std::size_t kContextBytes = 48;  // of the query, on either side of what is refused

std::string_view name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInvalid:
      return "invalid";
    case ErrorKind::kConnect:
      return "connect";
    case ErrorKind::kDenied:
      return "denied";
    case ErrorKind::kDeadline:
      return "deadline";
    case ErrorKind::kNotFound:
      return "not_found";
    case ErrorKind::kOverloaded:
      return "overloaded";
    case ErrorKind::kServer:
      break;
  }
  return "server";
}

// The nearest start of a character at or before `at`.
std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
  return at;
}

// A long query is shown around the place only.
std::string carets(std::string_view query, std::size_t offset, std::size_t length) {
  offset = character_start(query, std::min(offset, query.size()));
  const std::size_t refused = std::min({length, query.size() - offset, kContextBytes});
  const std::size_t begin = offset > kContextBytes ? character_start(query, offset - kContextBytes) : 0;
  const std::size_t end = character_start(query, std::min(offset + refused + kContextBytes, query.size()));
  const std::string before = (begin > 0 ? "…" : "") + printable(query.substr(begin, offset - begin));
  const std::string there = printable(query.substr(offset, refused));
  const std::string after = printable(query.substr(offset + refused, end - std::min(end, offset + refused)));
  return fmt::format("  {}{}{}{}\n  {}{}\n", before, there, after, end < query.size() ? "…" : "",
                     std::string(display_width(before), ' '),
                     std::string(std::max<std::size_t>(display_width(there), 1), '^'));
}

}  // namespace

Exit exit_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInvalid:
      return Exit::kUsage;
    case ErrorKind::kConnect:
      return Exit::kConnect;
    case ErrorKind::kDenied:
      return Exit::kDenied;
    case ErrorKind::kDeadline:
      return Exit::kDeadline;
    case ErrorKind::kNotFound:
      return Exit::kNone;
    case ErrorKind::kOverloaded:
    case ErrorKind::kServer:
      break;
  }
  return Exit::kServer;
}

std::string failure_text(const Error& error, std::string_view query) {
  std::string text = fmt::format("assay: {}\n", printable(error.what()));
  if (error.kind == ErrorKind::kInvalid && error.length > 0)
    text += carets(query, error.offset, error.length);
  if (error.kind == ErrorKind::kConnect && error.retryable)
    text += "Does assay-searchd run there? --server or ASSAY_SERVER name another address.\n";
  if (error.kind == ErrorKind::kDenied)
    text += "--token-file or ASSAY_TOKEN_FILE name the file with the token.\n";
  if (error.retry_after.count() > 0) text += fmt::format("Try again in {} ms.\n", error.retry_after.count());
  return text;
}

boost::json::object error_json(const Error& error) {
  boost::json::object object;
  object["kind"] = name_of(error.kind);
  object["message"] = error.what();
  if (error.length > 0) {
    object["offset"] = error.offset;
    object["length"] = error.length;
  }
  if (error.retry_after.count() > 0) object["retry_after_ms"] = error.retry_after.count();
  return object;
}

std::string failure_json(const Error& error, bool partial) {
  boost::json::object object = error_json(error);
  if (partial) object["partial"] = true;
  return boost::json::serialize(boost::json::object{{"error", std::move(object)}}) + '\n';
}

}  // namespace assay::cli
