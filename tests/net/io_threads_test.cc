// A request that is alone is worked off by the thread that does the socket work; nobody may notice.
#include <atomic>
#include <chrono>
#include <vector>

#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

using IoThreadsTest = NetTest;

TEST_F(IoThreadsTest, ALoneRequestThatTakesLongKeepsNobodyWaiting) {
  start(waiting_handler());
  Peer alone = connect_and_greet();
  alone.send(search(1, "wait"));
  gate.await_waiting(1);
  for (int round = 0; round < 3; ++round) {
    Peer other = connect_and_greet();
    other.send(search(1, "quick"));
    EXPECT_TRUE(is_echo(other.receive(), 1, "quick"));
  }
  alone.send(search(2, "quick"));
  EXPECT_TRUE(is_echo(alone.receive(), 2, "quick"));
  gate.open();
  EXPECT_TRUE(is_echo(alone.receive(), 1, "wait"));
}

TEST_F(IoThreadsTest, ALoneRequestCanBeCancelled) {
  start(work_until_stopped);
  Peer peer = connect_and_greet();
  for (std::uint64_t id = 1; id <= 20; ++id) {  // the threads take turns
    peer.send(search(id, "long"));
    peer.send(cancel(id));
    const auto reply = peer.receive();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->id(), id);
  }
}

TEST_F(IoThreadsTest, QuickAndLongOnesTakeTurns) {
  start([](const v1::Envelope& request, const Stop& stop) {
    if (request.search().query().starts_with("long")) return work_until_stopped(request, stop);
    return echo(request, stop);
  });
  Peer peer = connect_and_greet();
  for (std::uint64_t id = 1; id <= 200; ++id) {
    // Deadlines about IoThreads::kPatience and above.
    const v1::Envelope request =
        id % 10 == 0 ? search(id, "long", static_cast<std::uint32_t>(1 + id % 3)) : search(id, "quick");
    peer.send(request);
    const auto reply = peer.receive();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->id(), id);
  }
}

TEST_F(IoThreadsTest, NoMoreAreWorkedOffAtOnceThanThereAreWorkers) {
  std::atomic<int> active = 0, most = 0;
  net::ServerOptions options;
  options.workers = 1;
  options.max_wait = std::chrono::minutes(1);
  start(
      [&](const v1::Envelope& request, const Stop& stop) {
        const int now = ++active;
        for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) continue;
        v1::Envelope reply = wait_or_echo(request, stop);
        --active;
        return reply;
      },
      options);
  Peer alone = connect_and_greet();
  alone.send(search(1, "wait"));
  gate.await_waiting(1);
  std::vector<Peer> others;
  for (int i = 0; i < 5; ++i) {
    others.push_back(connect_and_greet());
    others.back().send(search(1, "quick"));
  }
  connect_and_greet();  // they have all been read by now, or are about to be
  gate.open();
  EXPECT_TRUE(is_echo(alone.receive(), 1, "wait"));
  for (Peer& other : others) EXPECT_TRUE(is_echo(other.receive(), 1, "quick"));
  EXPECT_EQ(most, 1);
}

TEST_F(IoThreadsTest, ALoneRequestIsAnsweredInADrain) {
  start(waiting_handler());
  Peer peer = connect_and_greet();
  peer.send(search(1, "wait"));
  gate.await_waiting(1);
  server->drain();
  await_drain();
  gate.open();
  EXPECT_TRUE(is_echo(peer.receive(), 1, "wait"));
  EXPECT_TRUE(is_failure(peer.receive(), 0, v1::CODE_UNAVAILABLE));
  peer.close();
  await_end();
}

}  // namespace
}  // namespace assay::tests
