#include "searchd/net/http_server.h"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "tests/net/raw_peer.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

net::HttpAnswer answer(std::string_view target) {
  if (target == "/fails") throw std::runtime_error("it fails");
  if (target == "/missing") return {404, "text/plain", "nothing is there\n"};
  if (target == "/large") return {200, "text/plain", std::string(4'000'000, 'x')};
  return {200, "text/plain", "you asked for " + std::string(target) + "\n"};
}

class HttpServerTest : public testing::Test {
 protected:
  void start(net::HttpOptions options = {}) {
    options.listen = net::parse_listen("unix:" + (folder_.path() / "http").string());
    server_.emplace(options, answer);
  }
  std::string reply_to(const std::string& bytes) const {
    const RawPeer peer(server_->address());
    peer.send(bytes);
    return peer.receive_all();
  }
  std::string get(const std::string& target) const {
    return reply_to("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  TempFolder folder_;
  std::optional<net::HttpServer> server_;
};

TEST_F(HttpServerTest, AnswersAndCloses) {
  start();
  EXPECT_THAT(get("/metrics?x=1"),
              AllOf(StartsWith("HTTP/1.1 200 OK\r\n"), HasSubstr("Content-Type: text/plain\r\n"),
                    HasSubstr("Connection: close\r\n"), EndsWith("\r\n\r\nyou asked for /metrics?x=1\n")));
  EXPECT_THAT(reply_to("GET / HTTP/1.0\r\n\r\n"), EndsWith("you asked for /\n"));
}

TEST_F(HttpServerTest, GivesLargeBodies) {
  start();
  EXPECT_GT(get("/large").size(), 4'000'000u);
}

TEST_F(HttpServerTest, PassesOnWhatTheHandlerSays) {
  start();
  EXPECT_THAT(get("/missing"),
              AllOf(StartsWith("HTTP/1.1 404 Not Found\r\n"), EndsWith("nothing is there\n")));
  EXPECT_THAT(get("/fails"), StartsWith("HTTP/1.1 500 "));
  EXPECT_THAT(get("/"), StartsWith("HTTP/1.1 200 "));
}

TEST_F(HttpServerTest, KnowsGetAlone) {
  start();
  for (const char* method : {"POST", "HEAD", "DELETE", "BREW"})
    EXPECT_THAT(reply_to(std::string(method) + " / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                AllOf(StartsWith("HTTP/1.1 405 "), HasSubstr("Allow: GET\r\n")))
        << method;
}

TEST_F(HttpServerTest, RefusesWhatIsNoHttp) {
  start();
  EXPECT_THAT(reply_to("hello\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(reply_to(std::string(100, '\0')), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(reply_to("GET / HTTP/9.9\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
}

TEST_F(HttpServerTest, RefusesLongHeadersAndBodies) {
  start();
  for (const std::size_t size : {9'000, 20'000, 1'000'000})
    EXPECT_THAT(reply_to("GET / HTTP/1.1\r\nX: " + std::string(size, 'x') + "\r\n\r\n"),
                StartsWith("HTTP/1.1 431 "))
        << size;
  EXPECT_THAT(reply_to("GET /" + std::string(10'000, 'x') + " HTTP/1.1\r\n\r\n"),
              StartsWith("HTTP/1.1 431 "));
  EXPECT_THAT(reply_to("GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"), StartsWith("HTTP/1.1 413 "));
}

TEST_F(HttpServerTest, ASlowPeerHoldsNobodyUp) {
  start();
  const RawPeer slow(server_->address());
  slow.send("GET / HT");
  EXPECT_THAT(get("/"), StartsWith("HTTP/1.1 200 "));
  slow.send("TP/1.1\r\n\r\n");
  EXPECT_THAT(slow.receive_all(), StartsWith("HTTP/1.1 200 "));
}

TEST_F(HttpServerTest, CutsOffWhoTakesTooLong) {
  net::HttpOptions options;
  options.time = std::chrono::milliseconds(50);
  start(options);
  const RawPeer silent(server_->address());
  silent.send("GET / HTTP/1.1\r\n");
  EXPECT_EQ(silent.receive_all(), "");
}

TEST_F(HttpServerTest, SeatsAreGivenOnToThoseWhoWait) {
  net::HttpOptions options;
  options.max_connections = 1;
  start(options);
  auto first = std::make_unique<RawPeer>(server_->address());
  first->send("GET / HTTP/1.1\r\n");
  const RawPeer second(server_->address());
  second.send("GET /second HTTP/1.1\r\n\r\n");
  first.reset();
  EXPECT_THAT(second.receive_all(), EndsWith("you asked for /second\n"));
}

TEST_F(HttpServerTest, StopsWhileConnectionsAreOpen) {
  start();
  const RawPeer silent(server_->address()), reading(server_->address());
  silent.send("GET /");
  reading.send("GET /large HTTP/1.1\r\n\r\n");
  get("/");
  server_->stop();
  server_->stop();
  EXPECT_EQ(silent.receive_all(), "");
  const std::string address = server_->address();
  server_.reset();
  EXPECT_THROW(RawPeer{address}, std::system_error);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "http"));
}

TEST_F(HttpServerTest, ListensOnLoopbackAsWell) {
  net::HttpOptions options;
  options.listen = net::parse_listen("tcp:127.0.0.1:0");
  const net::HttpServer server(options, answer);
  EXPECT_THAT(server.address(), testing::MatchesRegex("tcp:127\\.0\\.0\\.1:[1-9][0-9]*"));
}

TEST_F(HttpServerTest, AnAddressInUseIsAnError) {
  start();
  net::HttpOptions options;
  options.listen = net::parse_listen(server_->address());
  EXPECT_THROW(net::HttpServer(options, answer), std::system_error);
}

}  // namespace
}  // namespace assay::tests
