// The reader of web archives, and of the HTTP responses in them: the same whole and in pieces.
#include <fmt/format.h>

#include "tests/fuzz/fuzz.h"

namespace assay::tests {
namespace {

std::string record(std::string_view type, std::string_view media_type, std::string_view block) {
  return fmt::format(
      "WARC/1.1\r\nWARC-Type: {}\r\nWARC-Target-URI: <https://example.org/a>\r\nContent-Type: {}\r\n"
      "Content-Length: {}\r\n\r\n{}\r\n\r\n",
      type, media_type, block.size(), block);
}

std::string response(std::string_view header, std::string_view body) {
  return record("response", "application/http; msgtype=response",
                fmt::format("HTTP/1.1 200 OK\r\n{}\r\n\r\n{}", header, body));
}

}  // namespace

std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> seeds = {
      record("warcinfo", "application/warc-fields", "software: x\r\n") +
          response("Content-Type: text/plain", "Plain text") +
          response("Content-Type: application/pdf", pdf({{"A page"}}, "Title")),
      response("Content-Type: text/plain\r\nTransfer-Encoding: chunked",
               "4\r\nsome\r\n5\r\n text\r\n0\r\n\r\n"),
  };
  for (const std::string& page : corpus_files(".html")) {
    seeds.push_back(response("Content-Type: text/html; charset=\"ISO-8859-1\"", page));
    seeds.push_back(response("Content-Type: text/html\r\nContent-Encoding: gzip", gzip(page)));
  }
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay;
  const std::string_view bytes = tests::bytes_of(data, size);
  tests::require_same(tests::read_by(read::read_warc, read::open_memory(bytes)),
                      tests::read_by(read::read_warc, tests::open_pieces(bytes, 50)));
  return 0;
}
