#include "proto/limits.h"
#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

using HelloTest = NetTest;

TEST_F(HelloTest, IsAnsweredWithVersionIndexAndLimits) {
  start(echo);
  Peer peer = connect();
  peer.send(hello(5));
  const auto answer = peer.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->id(), 5U);
  const v1::HelloReply& reply = answer->hello_reply();
  EXPECT_EQ(reply.protocol(), 1U);
  EXPECT_EQ(reply.server(), "assay-searchd " ASSAY_VERSION);
  EXPECT_EQ(reply.index_id(), "index of the tests");
  EXPECT_EQ(reply.revision(), 42U);
  EXPECT_EQ(reply.limits().max_request_bytes(), proto::kMaxRequestBytes);
  EXPECT_EQ(reply.limits().max_in_flight(), proto::kMaxInFlight);
  EXPECT_EQ(reply.limits().default_deadline_ms(), 2000U);
  EXPECT_EQ(reply.limits().max_deadline_ms(), 30000U);
  EXPECT_EQ(reply.limits().max_hits(), proto::kMaxHits);
}

TEST_F(HelloTest, MayBeFollowedByRequestsAtOnce) {
  start(echo);
  Peer peer = connect();
  peer.send_bytes(frame(hello(1)) + frame(search(2, "eager")));
  EXPECT_TRUE(peer.receive()->has_hello_reply());
  EXPECT_TRUE(is_echo(peer.receive(), 2, "eager"));
}

TEST_F(HelloTest, AcceptsAClientThatSpeaksNewerVersionsToo) {
  start(echo);
  Peer peer = connect();
  peer.send(hello(1, 1, 9));
  EXPECT_EQ(peer.receive()->hello_reply().protocol(), 1U);
}

TEST_F(HelloTest, WithoutACommonVersionEndsTheConnection) {
  start(echo);
  for (const auto& [lowest, highest] : {std::pair(2, 3), std::pair(0, 0), std::pair(2, 1)}) {
    Peer peer = connect();
    peer.send(hello(7, lowest, highest));
    EXPECT_TRUE(is_failure(peer.receive(), 7, v1::CODE_FAILED_PRECONDITION));
    EXPECT_FALSE(peer.receive());
  }
}

TEST_F(HelloTest, ComesFirst) {
  start(echo);
  Peer peer = connect();
  peer.send(search(3, "rude"));
  EXPECT_TRUE(is_failure(peer.receive(), 3, v1::CODE_FAILED_PRECONDITION));
  EXPECT_FALSE(peer.receive());
}

TEST_F(HelloTest, ComesBeforeCancel) {
  start(echo);
  Peer peer = connect();
  v1::Envelope first = cancel(1);
  first.set_id(4);
  peer.send(first);
  EXPECT_TRUE(is_failure(peer.receive(), 4, v1::CODE_FAILED_PRECONDITION));
  EXPECT_FALSE(peer.receive());
}

TEST_F(HelloTest, IsAwaitedForSomeTimeOnly) {
  net::ServerOptions options;
  options.hello_timeout = std::chrono::milliseconds(1);
  start(echo, options);
  Peer peer = connect();
  peer.send_bytes(frame(hello(1)).substr(0, 9));
  EXPECT_TRUE(is_failure(peer.receive(), 0, v1::CODE_DEADLINE_EXCEEDED));
  EXPECT_FALSE(peer.receive());
}

TEST_F(HelloTest, GreetedConnectionMayBeIdleForLonger) {
  net::ServerOptions options;
  options.hello_timeout = std::chrono::milliseconds(200);
  options.write_timeout = std::chrono::milliseconds(200);
  start(echo, options);
  Peer patient = connect_and_greet();
  Peer silent = connect();  // its time begins after that of the patient one
  EXPECT_TRUE(is_failure(silent.receive(), 0, v1::CODE_DEADLINE_EXCEEDED));
  patient.send(search(2, "still here"));
  EXPECT_TRUE(is_echo(patient.receive(), 2, "still here"));
}

TEST_F(HelloTest, WhoeverIsRefusedGetsNothing) {
  start(echo);
  Peer peer = connect();
  v1::Envelope greeting = hello(1);
  greeting.mutable_hello()->set_token("refuse me");
  peer.send(greeting);
  EXPECT_TRUE(is_failure(peer.receive(), 1, v1::CODE_UNAUTHENTICATED));
  EXPECT_FALSE(peer.receive());
}

TEST_F(HelloTest, FailureOfTheGreetingIsReported) {
  net::ServerOptions options;
  options.listen = {net::parse_listen("unix:" + (folder.path() / "broken").string())};
  auto failing = [](const net::Peer&, const v1::Hello&, v1::HelloReply&) -> v1::Scope {
    throw std::runtime_error("no index");
  };
  server.emplace(options, answering(echo), failing);
  running = std::thread([this] { server->run(); });
  Peer peer(server->addresses().front());
  peer.send(hello(1));
  EXPECT_TRUE(is_failure(peer.receive(), 0, v1::CODE_INTERNAL));
  EXPECT_FALSE(peer.receive());
}

}  // namespace
}  // namespace assay::tests
