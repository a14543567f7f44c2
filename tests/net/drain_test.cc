#include <csignal>

#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

class DrainTest : public NetTest {
 protected:
  // Two requests run, one is queued, when the drain begins.
  void expect_delivery(const net::Listen& listen) {
    net::ServerOptions options;
    options.listen = {listen};
    start(waiting_handler(), options);
    Peer peer = connect_and_greet(), idle = connect_and_greet(), silent = connect();
    for (std::uint64_t id = 2; id <= 4; ++id) peer.send(search(id, "wait"));
    gate.await_waiting(2);
    peer.send(search(2, "id in use"));  // its refusal tells that those before it were admitted
    EXPECT_TRUE(is_failure(peer.receive(), 2, v1::CODE_INVALID_ARGUMENT));

    server->drain();
    await_drain();
    EXPECT_TRUE(is_failure(idle.receive(), 0, v1::CODE_UNAVAILABLE));
    EXPECT_FALSE(idle.receive());
    EXPECT_TRUE(is_failure(silent.receive(), 0, v1::CODE_UNAVAILABLE));
    EXPECT_TRUE(peer.send(search(5, "comes too late, and does no harm")));
    gate.open();

    const auto all = peer.receive_all();
    ASSERT_EQ(all.size(), 4U);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_TRUE(is_echo(all[i], all[i].id(), "wait"));
    EXPECT_TRUE(is_failure(all[3], 0, v1::CODE_UNAVAILABLE));
    for (Peer* one : {&peer, &idle, &silent}) one->close();
    await_end();
  }
};

TEST_F(DrainTest, DeliversWhatWasAdmittedOverUnixSockets) {
  expect_delivery(net::parse_listen("unix:" + (folder.path() / "drained").string()));
}

TEST_F(DrainTest, DeliversWhatWasAdmittedOverTcp) { expect_delivery(net::parse_listen("tcp:127.0.0.1:0")); }

TEST_F(DrainTest, MayComeTwiceAndFromAnyThread) {
  start(echo);
  connect_and_greet();
  std::thread other([this] { server->drain(); });
  server->drain();
  other.join();
  await_end();
  server->drain();
}

TEST_F(DrainTest, MayComeBeforeTheServerRuns) {
  net::ServerOptions options;
  options.listen = {net::parse_listen("tcp:127.0.0.1:0")};
  net::Server early(options, answering(echo), greet_all);
  early.drain();
  early.run();
}

TEST_F(DrainTest, DoesNotWaitForPeersThatNeverClose) {
  net::ServerOptions options;
  options.linger_timeout = std::chrono::milliseconds(1);
  start(echo, options);
  const Peer greeted = connect_and_greet(), silent = connect();
  server->drain();
  await_end();
}

TEST_F(DrainTest, BeginsAtASignal) {
  net::ServerOptions options;
  options.listen = {net::parse_listen("tcp:127.0.0.1:0")};
  for (const int signal : {SIGTERM, SIGINT}) {
    net::Server one(options, answering(echo), greet_all);
    one.drain_on_signals();
    std::thread thread([&one] { one.run(); });
    Peer(one.addresses().front()).greet();
    ::kill(::getpid(), signal);
    thread.join();
  }
}

using DrainDeathTest = DrainTest;

TEST_F(DrainDeathTest, EndsAtTheSecondSignalAtOnce) {
  testing::GTEST_FLAG(death_test_style) = "threadsafe";
  auto die = [this] {
    net::ServerOptions options;
    options.listen = {net::parse_listen("unix:" + (folder.path() / "mortal").string())};
    net::Server mortal(options, answering(waiting_handler()), greet_all);
    mortal.drain_on_signals();
    std::thread thread([&mortal] { mortal.run(); });
    Peer peer(mortal.addresses().front());
    peer.greet();
    peer.send(search(2, "wait"));
    gate.await_waiting(1);
    ::kill(::getpid(), SIGTERM);
    while (accepts(mortal.addresses().front())) std::this_thread::yield();
    ::kill(::getpid(), SIGTERM);
    thread.join();  // does not return: the request waits for ever
  };
  EXPECT_EXIT(die(), testing::ExitedWithCode(128 + SIGTERM), "");
}

}  // namespace
}  // namespace assay::tests
