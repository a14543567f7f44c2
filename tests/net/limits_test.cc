#include "proto/limits.h"

#include <atomic>

#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

using LimitsTest = NetTest;

constexpr std::size_t kMoreThanSocketsHold = 16 * 1024 * 1024;

v1::Envelope vast(std::size_t bytes) {
  v1::Envelope reply;
  reply.mutable_search_reply()->set_canonical_query(std::string(bytes, 'x'));
  return reply;
}

TEST_F(LimitsTest, RequestsInFlightOfOneConnection) {
  start(waiting_handler());
  Peer peer = connect_and_greet(), other = connect_and_greet();
  for (std::uint64_t id = 1; id <= proto::kMaxInFlight; ++id) peer.send(search(id, "wait"));
  peer.send(search(1000, "one too many"));
  const auto refused = peer.receive();
  EXPECT_TRUE(is_failure(refused, 1000, v1::CODE_RESOURCE_EXHAUSTED));
  EXPECT_EQ(limit_of(*refused).name(), "max_in_flight");
  EXPECT_EQ(limit_of(*refused).limit(), proto::kMaxInFlight);
  EXPECT_EQ(limit_of(*refused).actual(), proto::kMaxInFlight + 1);
  EXPECT_TRUE(says_retry(*refused));

  other.send(search(1, "admitted: the limit is that of a connection"));
  gate.open();
  EXPECT_TRUE(is_echo(other.receive(), 1, "admitted: the limit is that of a connection"));
  for (std::uint32_t i = 0; i < proto::kMaxInFlight; ++i) {
    const auto reply = peer.receive();
    ASSERT_TRUE(reply);
    EXPECT_TRUE(is_echo(reply, reply->id(), "wait"));
  }
  peer.send(search(1000, "there is room again"));
  EXPECT_TRUE(is_echo(peer.receive(), 1000, "there is room again"));
}

TEST_F(LimitsTest, RequestsOverAllConnections) {
  net::ServerOptions options;
  options.max_queued = 3;
  start(waiting_handler(), options);
  Peer peer = connect_and_greet(), other = connect_and_greet();
  for (std::uint64_t id = 1; id <= 3; ++id) peer.send(search(id, "wait"));
  gate.await_waiting(2);              // as many as there are workers
  peer.send(search(1, "id in use"));  // its refusal tells that those before it were admitted
  EXPECT_TRUE(is_failure(peer.receive(), 1, v1::CODE_INVALID_ARGUMENT));
  other.send(search(9, "one too many"));
  const auto refused = other.receive();
  EXPECT_TRUE(is_failure(refused, 9, v1::CODE_RESOURCE_EXHAUSTED));
  EXPECT_EQ(limit_of(*refused).name(), "max_queued");
  EXPECT_EQ(limit_of(*refused).limit(), 3U);
  EXPECT_TRUE(says_retry(*refused));

  gate.open();
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(peer.receive()->has_search_reply());
  // The last ticket comes back when the reply is written, which its reader may see a moment sooner.
  for (auto reply = refused; reply && reply->has_status(); reply = other.receive()) {
    EXPECT_TRUE(is_failure(reply, 9, v1::CODE_RESOURCE_EXHAUSTED));
    other.send(search(9, "there is room again"));
  }
}

TEST_F(LimitsTest, RequestsWhileOthersWaitTooLong) {
  net::ServerOptions options;
  options.workers = 1;
  options.max_wait = std::chrono::milliseconds(0);
  start(waiting_handler(), options);
  Peer peer = connect_and_greet(), other = connect_and_greet();
  peer.send(search(1, "wait"));
  gate.await_waiting(1);  // the only thread is busy
  peer.send(search(2, "queues"));
  peer.send(search(1, "id in use"));  // its refusal tells that the one before it has joined the queue
  EXPECT_TRUE(is_failure(peer.receive(), 1, v1::CODE_INVALID_ARGUMENT));
  other.send(search(9, "behind one that waits"));
  const auto refused = other.receive();
  EXPECT_TRUE(is_failure(refused, 9, v1::CODE_RESOURCE_EXHAUSTED));
  EXPECT_EQ(limit_of(*refused).name(), "max_wait_ms");
  EXPECT_TRUE(says_retry(*refused));
  EXPECT_GT(server->waited(), std::chrono::nanoseconds::zero());

  gate.open();
  // The reply to the first is sent while the thread that was busy with it takes the second: either may come
  // first.
  const auto one = peer.receive(), another = peer.receive();
  const bool in_order = one && one->id() == 1;
  EXPECT_TRUE(is_echo(in_order ? one : another, 1, "wait"));
  EXPECT_TRUE(is_echo(in_order ? another : one, 2, "queues"));
  other.send(search(9, "nothing waits"));
  EXPECT_TRUE(is_echo(other.receive(), 9, "nothing waits"));
  EXPECT_EQ(server->refused(), 1U);
}

TEST_F(LimitsTest, RequestOfTheGreatestSize) {
  start([](const v1::Envelope& request, const Stop&) {
    v1::Envelope reply;
    reply.mutable_search_reply()->set_total(request.search().query().size());
    return reply;
  });
  Peer peer = connect_and_greet();
  v1::Envelope greatest = search(2, std::string(proto::kMaxRequestBytes, 'x'));
  while (greatest.ByteSizeLong() > proto::kMaxRequestBytes)
    greatest.mutable_search()->mutable_query()->pop_back();
  peer.send(greatest);
  EXPECT_EQ(peer.receive()->search_reply().total(), greatest.search().query().size());

  greatest.mutable_search()->mutable_query()->push_back('x');
  peer.send(greatest);
  const auto refused = peer.receive();
  EXPECT_TRUE(is_failure(refused, 0, v1::CODE_RESOURCE_EXHAUSTED));
  EXPECT_EQ(limit_of(*refused).name(), "max_request_bytes");
  EXPECT_EQ(limit_of(*refused).limit(), proto::kMaxRequestBytes);
  EXPECT_EQ(limit_of(*refused).actual(), proto::kMaxRequestBytes + 1);
  EXPECT_FALSE(peer.receive());
}

TEST_F(LimitsTest, ReplyOverTheGreatestSizeIsReplaced) {
  start([](const v1::Envelope& request, const Stop& stop) {
    return request.search().query() == "vast" ? vast(proto::kMaxReplyBytes + 1) : echo(request, stop);
  });
  Peer peer = connect_and_greet();
  peer.send(search(2, "vast"));
  EXPECT_TRUE(is_failure(peer.receive(), 2, v1::CODE_RESOURCE_EXHAUSTED));
  peer.send(search(3, "modest"));
  EXPECT_TRUE(is_echo(peer.receive(), 3, "modest"));
}

TEST_F(LimitsTest, SlowReaderIsNotHeardUntilItReads) {
  std::atomic<bool> heard{false};
  auto handler = [&heard](const v1::Envelope& request, const Stop& stop) {
    if (request.search().query() == "more") heard = true;
    return request.search().query() == "much" ? vast(kMoreThanSocketsHold) : echo(request, stop);
  };
  net::ServerOptions options;
  options.max_unwritten_bytes = kMoreThanSocketsHold / 2;
  options.workers = 1;  // so that answers are ready in the order of the requests
  start(handler, options);
  Peer slow = connect_and_greet(), other = connect_and_greet();
  const auto round_trip = [&other](std::uint64_t id) {
    other.send(search(id, "in time"));
    EXPECT_TRUE(is_echo(other.receive(), id, "in time"));
  };
  slow.send(search(2, "much"));
  for (std::uint64_t id = 2; id < 5; ++id)
    round_trip(id);  // the vast reply is ready before the last of these
  slow.send(search(3, "more"));
  for (std::uint64_t id = 5; id < 10; ++id)
    round_trip(id);  // and this request arrives before the last of these
  EXPECT_FALSE(heard);
  EXPECT_EQ(slow.receive()->id(), 2U);
  EXPECT_TRUE(is_echo(slow.receive(), 3, "more"));
}

TEST_F(LimitsTest, PeerThatNeverReadsIsCutOff) {
  net::ServerOptions options;
  options.hello_timeout = std::chrono::hours(1);
  options.write_timeout = std::chrono::milliseconds(1);
  start([](const v1::Envelope&, const Stop&) { return vast(kMoreThanSocketsHold); }, options);
  Peer peer = connect();
  peer.send_bytes(frame(hello(1)) + frame(search(2, "much")));
  peer.await_hangup();
}

TEST_F(LimitsTest, Connections) {
  net::ServerOptions options;
  options.max_connections = 2;
  start(echo, options);
  Peer first = connect_and_greet(), second = connect_and_greet();
  Peer third = connect();
  third.send(hello(1));
  const auto refused = third.receive();
  EXPECT_TRUE(is_failure(refused, 0, v1::CODE_RESOURCE_EXHAUSTED));
  EXPECT_EQ(limit_of(*refused).name(), "max_connections");
  EXPECT_EQ(limit_of(*refused).limit(), 2U);
  EXPECT_TRUE(says_retry(*refused));
  EXPECT_FALSE(third.receive());

  first.close();
  for (bool admitted = false; !admitted;) {
    Peer next = connect();
    next.send(hello(1));
    admitted = next.receive()->has_hello_reply();
  }
}

TEST_F(LimitsTest, ConnectionsThatAreRefusedDoNotKeepOthersOut) {
  net::ServerOptions options;
  options.max_connections = 1;
  options.linger_timeout = std::chrono::milliseconds(1);
  start(echo, options);
  Peer first = connect_and_greet();
  std::vector<Peer> crowd;  // none of which goes away by itself
  for (int i = 0; i < 50; ++i) crowd.push_back(connect());
  for (Peer& peer : crowd) {
    EXPECT_TRUE(is_failure(peer.receive(), 0, v1::CODE_RESOURCE_EXHAUSTED));
    EXPECT_FALSE(peer.receive());
  }
  first.send(search(2, "unharmed"));
  EXPECT_TRUE(is_echo(first.receive(), 2, "unharmed"));
}

}  // namespace
}  // namespace assay::tests
