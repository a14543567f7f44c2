#include "indexer/read/http_message.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "indexer/read/fold.h"
#include "indexer/read/gunzip.h"
#include "indexer/read/input.h"
#include "indexer/read/read_error.h"
#include "indexer/read/sniff.h"

namespace assay::read {
namespace {

// Takes the first line, without what ends it, off `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<std::size_t> chunk_size(std::string_view line) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  const std::string_view rest(end, static_cast<std::size_t>(line.data() + line.size() - end));
  if (error != std::errc() || (!rest.empty() && rest.front() != ';' && rest.front() != ' '))
    return std::nullopt;
  return size;
}

// Some crawlers store the body with its chunks undone and the header as it was: that stays as it is.
std::string join_chunks(std::string_view body) {
  std::string joined;
  for (std::string_view rest = body; !rest.empty();) {
    const std::optional<std::size_t> size = chunk_size(take_line(rest));
    if (!size) {
      if (joined.empty()) return std::string(body);
      throw ReadError("has a damaged chunk in its body");
    }
    if (*size == 0) return joined;
    if (*size > rest.size()) throw ReadError("has a body that ends early");
    joined += rest.substr(0, *size);
    rest.remove_prefix(*size);
    take_line(rest);  // the line end behind the chunk
  }
  throw ReadError("has a body that ends early");
}

std::string unpack(std::string body, std::string_view encoding, std::size_t limit) {
  if (encoding.empty() || encoding == "identity") return body;
  if (encoding == "gzip" || encoding == "x-gzip") {
    if (!is_gzip(body)) return body;  // undone by the crawler
    return BufferedInput(open_gzip(open_memory(body))).read_all(limit);
  }
  if (encoding == "deflate") return BufferedInput(open_deflate(open_memory(body))).read_all(limit);
  throw ReadError("has a body packed as \"" + std::string(encoding) + "\", which is not read");
}

}  // namespace

std::size_t header_bytes(std::string_view message) {
  for (std::size_t at = 0; (at = message.find('\n', at)) != std::string_view::npos;) {
    ++at;
    if (message.substr(at).starts_with("\n")) return at + 1;
    if (message.substr(at).starts_with("\r\n")) return at + 2;
  }
  return 0;
}

Headers parse_headers(std::string_view header) {
  Headers headers;
  take_line(header);
  while (!header.empty()) {
    const std::string_view line = take_line(header);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos)
      headers.emplace(lower(folded(line.substr(0, colon))), folded(line.substr(colon + 1)));
  }
  return headers;
}

std::string_view value_of(const Headers& headers, std::string_view name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : found->second;
}

std::string HttpResponse::media_type() const {
  const std::string_view type = value_of(headers, "content-type");
  return lower(folded(type.substr(0, type.find(';'))));
}

std::string HttpResponse::charset() const {
  constexpr std::string_view kKey = "charset=";
  const std::string type = lower(value_of(headers, "content-type"));
  const std::size_t at = type.find(kKey);
  if (at == std::string::npos) return "";
  std::string charset = type.substr(at + kKey.size());
  charset.resize(std::min(charset.find_first_of("; "), charset.size()));
  std::erase(charset, '"');
  return charset;
}

HttpResponse parse_response(std::string_view block) {
  HttpResponse response;
  const std::size_t size = header_bytes(block);
  const std::size_t blank = block.find(' ');
  if (size == 0 || !block.starts_with("HTTP/") || blank > size) return response;
  std::from_chars(block.data() + blank + 1, block.data() + size, response.status);
  response.headers = parse_headers(block.substr(0, size));
  response.body = block.substr(size);
  return response;
}

std::string decode_body(const HttpResponse& response, std::size_t limit) {
  const bool chunked = lower(value_of(response.headers, "transfer-encoding")).ends_with("chunked");
  std::string body = chunked ? join_chunks(response.body) : std::string(response.body);
  return unpack(std::move(body), lower(value_of(response.headers, "content-encoding")), limit);
}

}  // namespace assay::read
