// Web archives, and the HTTP responses in them.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/read/http_message.h"
#include "indexer/read/read_error.h"
#include "tests/read/reading.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string record(const std::string& type, const std::string& uri, const std::string& media_type,
                   const std::string& block) {
  return fmt::format(
      "WARC/1.1\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nContent-Type: {}\r\nContent-Length: "
      "{}\r\n\r\n{}\r\n\r\n",
      type, uri, media_type, block.size(), block);
}

std::string response(const std::string& header, const std::string& body,
                     const std::string& status = "200 OK") {
  return record("response", "https://example.org/a", "application/http; msgtype=response",
                "HTTP/1.1 " + status + "\r\n" + header + "\r\n\r\n" + body);
}

const std::string kPage =
    "<html><head><link rel=canonical "
    "href=https://example.org/other></head><body><p>caf\xE9</p></body></html>";

TEST(Warc, ResponsesWithPagesTextsAndPdfsAreArticles) {
  const std::string file = record("warcinfo", "", "application/warc-fields", "software: x\r\n") +
                           record("request", "https://example.org/a", "application/http; msgtype=request",
                                  "GET / HTTP/1.1\r\n\r\n") +
                           response("Content-Type: text/html; charset=\"ISO-8859-1\"", kPage) +
                           response("content-type: text/plain", "Plain text") +
                           response("Content-Type: application/pdf", pdf({{"Paper"}})) +
                           response("Content-Type: image/png", "\x89PNG") +
                           response("Content-Type: text/html", "<p>moved</p>", "301 Moved") +
                           record("response", "dns:example.org", "text/dns", "20250101 example.org");
  for (const std::string& content : {file, gzip(file)}) {
    const Reading reading = read_bytes("a.warc.gz", content);
    ASSERT_THAT(reading.problems, IsEmpty());
    ASSERT_EQ(reading.articles.size(), 3u);
    EXPECT_EQ(reading.articles[0].id, "an-id#3");
    EXPECT_EQ(reading.articles[0].url, "https://example.org/a");
    EXPECT_EQ(reading.articles[0].text, "caf\xC3\xA9");
    EXPECT_EQ(reading.articles[1].text, "Plain text");
    EXPECT_EQ(reading.articles[2].text, "Paper");
  }
}

TEST(Warc, MembersOfGzipMayHoldARecordEach) {
  const std::string one = response("Content-Type: text/plain", "one"),
                    two = response("Content-Type: text/plain", "two");
  const Reading reading = read_bytes("a.warc.gz", gzip(one) + gzip(two) + std::string(512, '\0'));
  ASSERT_THAT(reading.problems, IsEmpty());
  ASSERT_EQ(reading.articles.size(), 2u);
  EXPECT_EQ(reading.articles[1].text, "two");
}

TEST(Warc, AddressesMayStandInBrackets) {
  EXPECT_EQ(read_bytes("a.warc", record("response", "<https://example.org/b>", "application/http",
                                        "HTTP/1.1 200\r\nContent-Type: text/plain\r\n\r\nx"))
                .only()
                .url,
            "https://example.org/b");
}

TEST(Warc, EncodingsOfBodiesAreUndone) {
  const std::string header = "Content-Type: text/plain\r\n";
  EXPECT_EQ(read_bytes("a.warc", response(header + "Transfer-Encoding: chunked",
                                          "5;x=y\r\nHello\r\n7\r\n, world\r\n0\r\n\r\n"))
                .only()
                .text,
            "Hello, world");
  EXPECT_EQ(
      read_bytes("a.warc", response(header + "Transfer-Encoding: chunked", "undone already")).only().text,
      "undone already");
  EXPECT_EQ(read_bytes("a.warc", response(header + "Content-Encoding: gzip", gzip("packed"))).only().text,
            "packed");
  EXPECT_EQ(read_bytes("a.warc", response(header + "Content-Encoding: gzip", "undone already")).only().text,
            "undone already");
  const std::string packed = gzip("both");
  EXPECT_EQ(read_bytes("a.warc", response(header + "Content-Encoding: x-gzip\r\nTransfer-Encoding: Chunked",
                                          fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", packed.size(), packed)))
                .only()
                .text,
            "both");
}

TEST(Warc, DeflatedBodiesMayLackTheHeaderOfZlib) {
  read::HttpResponse reply;
  reply.headers = {{"content-encoding", "deflate"}};
  const std::string zlib("\x78\x9c\x4b\xcf\xcf\x4f\x01\x00\x04\x2f\x01\xaa", 12);  // "good"
  reply.body = zlib;
  EXPECT_EQ(read::decode_body(reply, 100), "good");
  reply.body = std::string_view(zlib).substr(2, 6);
  EXPECT_EQ(read::decode_body(reply, 100), "good");
  reply.body = "neither";
  EXPECT_THROW(read::decode_body(reply, 100), read::ReadError);
  EXPECT_THROW((reply.body = zlib, read::decode_body(reply, 3)), read::ReadError);
}

class BrokenRecord : public testing::TestWithParam<std::pair<std::string, std::string>> {};

TEST_P(BrokenRecord, IsReportedAndTheRestGoesOn) {
  const Reading reading =
      read_bytes("a.warc", GetParam().first + response("Content-Type: text/plain", "next"));
  EXPECT_THAT(reading.reason(),
              testing::MatchesRegex("record 1 https://example.org/a: " + GetParam().second + ".*"));
  ASSERT_EQ(reading.articles.size(), 1u);
  EXPECT_EQ(reading.articles[0].text, "next");
}

const std::string kText = "Content-Type: text/plain\r\n";
INSTANTIATE_TEST_SUITE_P(
    All, BrokenRecord,
    testing::Values(
        std::pair{response(kText + "Content-Encoding: br", "x"), std::string("has a body packed as \"br\"")},
        std::pair{response(kText + "Content-Encoding: gzip", gzip("whole").substr(0, 12)),
                  std::string("is torn")},
        std::pair{response(kText + "Transfer-Encoding: chunked", "5\r\nHel"),
                  std::string("has a body that ends early")},
        std::pair{response(kText + "Transfer-Encoding: chunked", "1\r\na\r\nzz\r\n"),
                  std::string("has a damaged chunk")},
        std::pair{response("Content-Type: text/html", "<nav>x</nav>"), std::string("holds no text")},
        std::pair{response("Content-Type: application/pdf", "none"), std::string("is a broken PDF")}));

TEST(Warc, BodiesOverTheLimitAreReported) {
  const std::string large(20 << 20, 'a');
  EXPECT_THAT(read_bytes("a.warc", response(kText, large)).reason(), HasSubstr(": is over 16 MiB"));
  EXPECT_THAT(read_bytes("a.warc", response(kText + "Content-Encoding: gzip", gzip(large))).reason(),
              HasSubstr(": has over 16 MiB"));
}

TEST(Warc, ThatIsBrokenEndsThere) {
  const std::string good = response("Content-Type: text/plain", "good");
  const auto reason_behind = [&](const std::string& rest) {
    const Reading reading = read_bytes("a.warc", good + rest);
    EXPECT_EQ(reading.articles.size(), 1u);
    return reading.reason();
  };
  EXPECT_EQ(reason_behind("nonsense"),
            "is broken at record 2: it does not begin with \"WARC/1.0\" or \"WARC/1.1\"");
  EXPECT_EQ(reason_behind("WARC/1.0\r\nContent-Length: 5\r\n"),
            "is broken at record 2: its header has no end");
  EXPECT_EQ(reason_behind("WARC/1.0\r\nWARC-Type: x\r\n\r\n"),
            "is broken at record 2: it has no Content-Length");
  EXPECT_EQ(reason_behind("WARC/1.0\r\nContent-Length: -5\r\n\r\n"),
            "is broken at record 2: it has no Content-Length");
  EXPECT_EQ(reason_behind("WARC/1.0\r\nContent-Length: 99\r\n\r\nshort"),
            "is broken at record 2: the file ends within it");
  EXPECT_EQ(reason_behind("WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\nx"),
            "is broken at record 2: the file ends within it");
}

TEST(HttpMessage, HeadersAreReadLeniently) {
  const read::HttpResponse reply = read::parse_response(
      "HTTP/1.1 404 Not Found\nCONTENT-TYPE: Text/HTML ; Charset=\"UTF-8\"; x\nno colon\n\nbody");
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(reply.media_type(), "text/html");
  EXPECT_EQ(reply.charset(), "utf-8");
  EXPECT_EQ(reply.body, "body");
  EXPECT_EQ(read::parse_response("nonsense").status, 0);
  EXPECT_EQ(read::parse_response("HTTP/1.1\r\n\r\n").status, 0);
  EXPECT_EQ(read::parse_response("").status, 0);
}

}  // namespace
}  // namespace assay::tests
