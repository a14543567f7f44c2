// Header fields as HTTP and WARC write them, and the body of an HTTP response.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace assay::read {

// Names in lower case -> values.
using Headers = std::map<std::string, std::string, std::less<>>;

// The bytes up to and with the blank line that ends a header; 0 if there is none.
std::size_t header_bytes(std::string_view message);

// The fields below the first line of a header. Of several of one name the first counts.
Headers parse_headers(std::string_view header);
std::string_view value_of(const Headers& headers, std::string_view name);

struct HttpResponse {
  int status = 0;  // 0: it is no response
  Headers headers;
  std::string_view body;  // as it was sent

  std::string media_type() const;  // in lower case, without parameters
  std::string charset() const;     // empty: not stated
};

// The views point into `block`.
HttpResponse parse_response(std::string_view block);

// The body without its transfer and content encodings. Throws ReadError for what cannot be undone, and for
// one of over `limit` bytes.
std::string decode_body(const HttpResponse& response, std::size_t limit);

}  // namespace assay::read
