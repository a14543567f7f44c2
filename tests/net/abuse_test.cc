// Peers that break the rules of the framing, by malice or by dying.
#include <random>

#include "tests/net/net_test.h"
#include "tests/proto/hex.h"

namespace assay::tests {
namespace {

class AbuseTest : public NetTest {
 protected:
  // After every test the server still serves.
  void TearDown() override {
    expect_service();
    NetTest::TearDown();
  }

  void expect_service() const {
    Peer peer = connect_and_greet();
    peer.send(search(2, "still here"));
    EXPECT_TRUE(is_echo(peer.receive(), 2, "still here"));
  }

  // Sends the bytes before or after the greeting, and expects to be told why this is the end.
  void expect_refusal(std::string_view bytes, v1::Code code) {
    for (const bool greeted : {false, true}) {
      Peer peer = connect();
      if (greeted) peer.greet();
      peer.send_bytes(bytes);
      EXPECT_TRUE(is_failure(peer.receive(), 0, code)) << "greeted: " << greeted;
      EXPECT_FALSE(peer.receive());
    }
  }
};

TEST_F(AbuseTest, FrameOfTheLengthZero) {
  start(echo);
  expect_refusal(std::string(4, '\0'), v1::CODE_INVALID_ARGUMENT);
}

TEST_F(AbuseTest, FrameOverTheLimit) {
  start(echo);
  expect_refusal("\xff\xff\xff\xff", v1::CODE_RESOURCE_EXHAUSTED);
}

TEST_F(AbuseTest, HttpRequest) {
  start(echo);
  expect_refusal("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", v1::CODE_RESOURCE_EXHAUSTED);
}

TEST_F(AbuseTest, PayloadThatIsNoEnvelope) {
  start(echo);
  expect_refusal(from_hex("00 00 00 04  ff ff ff ff"), v1::CODE_INVALID_ARGUMENT);
}

TEST_F(AbuseTest, RefusalArrivesThoughMoreBytesAreOnTheirWay) {
  net::ServerOptions options;
  options.listen = {net::parse_listen("tcp:127.0.0.1:0")};
  start(echo, options);
  Peer peer = connect_and_greet();
  // On TCP, closing with these unread would reset the connection.
  peer.send_bytes("\xff\xff\xff\xff" + std::string(1024 * 1024, 'x'));
  EXPECT_TRUE(is_failure(peer.receive(), 0, v1::CODE_RESOURCE_EXHAUSTED));
  EXPECT_FALSE(peer.receive());
}

TEST_F(AbuseTest, RequestsBeforeTheBrokenFrameAreAnswered) {
  start(waiting_handler());
  Peer peer = connect_and_greet();
  peer.send_bytes(frame(search(2, "wait")) + frame(search(3, "wait")) + std::string(4, '\0') +
                  frame(search(4, "not understood any more")));
  gate.await_waiting(2);
  gate.open();
  const auto all = peer.receive_all();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_TRUE(all[0].has_search_reply() && all[1].has_search_reply());
  EXPECT_TRUE(is_failure(all[2], 0, v1::CODE_INVALID_ARGUMENT));
}

TEST_F(AbuseTest, EndOfTheStreamAtEveryByteOfAFrame) {
  start(echo);
  const std::string request = frame(search(2, "query"));
  for (std::size_t cut = 0; cut <= request.size(); ++cut) {
    Peer peer = connect_and_greet();
    peer.send_bytes(request.substr(0, cut));
    peer.finish_sending();
    const auto last = peer.receive();
    if (cut == 0) {
      EXPECT_FALSE(last);
    } else if (cut < request.size()) {
      EXPECT_TRUE(is_failure(last, 0, v1::CODE_INVALID_ARGUMENT)) << cut;
    } else {
      ASSERT_TRUE(last);  // the answer or, if the end came first, the cancellation
      EXPECT_EQ(last->id(), 2U);
    }
    EXPECT_TRUE(!last || !peer.receive()) << cut;
  }
}

TEST_F(AbuseTest, CloseAtEveryByteOfTheConversation) {
  start(echo);
  const std::string conversation = frame(hello(1)) + frame(search(2, "query"));
  for (std::size_t cut = 0; cut <= conversation.size(); ++cut) {
    Peer peer = connect();
    peer.send_bytes(conversation.substr(0, cut));
    peer.close();
  }
}

TEST_F(AbuseTest, HalfFramesOnManyConnections) {
  start(echo);
  const std::string half = frame(search(2, std::string(100'000, 'x'))).substr(0, 50'000);
  std::vector<Peer> stalled;
  for (int i = 0; i < 200; ++i) {
    stalled.push_back(connect());
    if (i % 2 == 0) stalled.back().greet();
    stalled.back().send_bytes(half);
  }
  Peer peer = connect_and_greet();
  for (std::uint64_t id = 2; id < 100; ++id) {
    peer.send(search(id, "prompt"));
    ASSERT_TRUE(is_echo(peer.receive(), id, "prompt"));
  }
}

TEST_F(AbuseTest, DamagedStreams) {
  start(echo);
  const std::string sound =
      frame(hello(1)) + frame(search(2, "query", 500)) + frame(cancel(2)) + frame(hello(3));
  std::mt19937 random(20250314);  // the same damage in every run
  for (int round = 0; round < 500; ++round) {
    std::string damaged = sound;
    for (std::size_t hits = 1 + random() % 4; hits > 0; --hits)
      damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    Peer peer = connect();
    peer.send_bytes(damaged);
    peer.finish_sending();
    for (const v1::Envelope& answer : peer.receive_all())
      EXPECT_TRUE(answer.has_hello_reply() || answer.has_search_reply() || answer.has_status());
  }
}

TEST_F(AbuseTest, BytesOneByOne) {
  start(echo);
  Peer peer = connect();
  for (const char byte : frame(hello(1)) + frame(search(2, "drop by drop"))) peer.send_bytes({&byte, 1});
  EXPECT_TRUE(peer.receive()->has_hello_reply());
  EXPECT_TRUE(is_echo(peer.receive(), 2, "drop by drop"));
}

}  // namespace
}  // namespace assay::tests
