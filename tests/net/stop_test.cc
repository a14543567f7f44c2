// How requests end before they are done: by their deadline, by a cancel, by their peer's leaving.
#include <atomic>
#include <future>
#include <optional>
#include <utility>

#include "proto/limits.h"
#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

using RequestTest = NetTest;
using Clock = Stop::Clock;
using Reply = std::optional<v1::Envelope>;

// The next two by their ids: those that are ready together come in either order.
std::pair<Reply, Reply> receive_by_id(Peer& peer) {
  Reply first = peer.receive(), second = peer.receive();
  if (first && second && second->id() < first->id()) std::swap(first, second);
  return {std::move(first), std::move(second)};
}

TEST_F(RequestTest, HaveTheirDeadlineFromArrivalWithDefaultAndCap) {
  std::atomic<Clock::duration::rep> deadline{0};
  start([&deadline](const v1::Envelope& request, const Stop& stop) {
    deadline = stop.deadline().time_since_epoch().count();
    return echo(request, stop);
  });
  Peer peer = connect_and_greet();
  const std::pair<std::uint32_t, std::chrono::milliseconds> cases[] = {
      {0, proto::kDefaultDeadline},
      {10'000, std::chrono::milliseconds(10'000)},
      {0xffffffff, proto::kMaxDeadline}};
  for (const auto& [asked, given] : cases) {
    const auto before = Clock::now();
    peer.send(search(2, "when", asked));
    ASSERT_TRUE(peer.receive());
    const Clock::time_point seen{Clock::duration(deadline)};
    EXPECT_GE(seen, before + given);
    EXPECT_LE(seen, Clock::now() + given);
  }
}

TEST_F(RequestTest, AreToldOfTheirDeadline) {
  start(work_until_stopped);
  Peer peer = connect_and_greet();
  peer.send(search(2, "endless", 1));
  EXPECT_TRUE(is_failure(peer.receive(), 2, v1::CODE_DEADLINE_EXCEEDED));
}

TEST_F(RequestTest, WhoseDeadlinePassedInTheQueueDoNotReachTheHandler) {
  std::atomic<int> calls{0};
  auto handler = [&](const v1::Envelope& request, const Stop& stop) {
    ++calls;
    return wait_or_echo(request, stop);
  };
  net::ServerOptions options;
  options.workers = 1;
  start(handler, options);
  Peer peer = connect_and_greet();
  peer.send(search(2, "wait"));
  peer.send(search(3, "late", 1));
  peer.send(search(3, "an id in use"));  // its refusal tells that the one before it was admitted
  EXPECT_TRUE(is_failure(peer.receive(), 3, v1::CODE_INVALID_ARGUMENT));
  const auto deadline = Clock::now() + std::chrono::milliseconds(1);
  while (Clock::now() < deadline) std::this_thread::yield();
  gate.open();
  const auto [waited, late] = receive_by_id(peer);
  EXPECT_TRUE(is_echo(waited, 2, "wait"));
  EXPECT_TRUE(is_failure(late, 3, v1::CODE_DEADLINE_EXCEEDED));
  EXPECT_EQ(calls, 1);
}

TEST_F(RequestTest, AreCancelledWhileTheyRun) {
  start(work_until_stopped);
  Peer peer = connect_and_greet();
  peer.send(search(2, "endless", 30'000));
  peer.send(cancel(2));
  EXPECT_TRUE(is_failure(peer.receive(), 2, v1::CODE_CANCELLED));
}

TEST_F(RequestTest, AreCancelledInTheQueueWithoutReachingTheHandler) {
  net::ServerOptions options;
  options.workers = 1;
  start(waiting_handler(), options);
  Peer peer = connect_and_greet();
  peer.send(search(2, "wait"));
  peer.send(search(3, "queued", 30'000));
  peer.send(cancel(3));
  v1::Envelope none;
  none.set_id(4);
  peer.send(none);  // its refusal tells that the cancel was read
  EXPECT_TRUE(is_failure(peer.receive(), 4, v1::CODE_UNIMPLEMENTED));
  gate.open();
  const auto [waited, cancelled] = receive_by_id(peer);
  EXPECT_TRUE(is_echo(waited, 2, "wait"));
  EXPECT_TRUE(is_failure(cancelled, 3, v1::CODE_CANCELLED));
}

TEST_F(RequestTest, CancelOfAnUnknownIdIsIgnored) {
  start(echo);
  Peer peer = connect_and_greet();
  peer.send(cancel(99));
  peer.send(cancel(0));
  peer.send(search(2, "unharmed"));
  EXPECT_TRUE(is_echo(peer.receive(), 2, "unharmed"));
}

TEST_F(RequestTest, CancelReachesItsOwnConnectionOnly) {
  start(waiting_handler());
  Peer peer = connect_and_greet(), other = connect_and_greet();
  peer.send(search(2, "wait"));
  gate.await_waiting(1);
  other.send(cancel(2));
  other.send(search(3, "read"));
  EXPECT_TRUE(is_echo(other.receive(), 3, "read"));
  gate.open();
  EXPECT_TRUE(is_echo(peer.receive(), 2, "wait"));
}

TEST_F(RequestTest, OfAPeerThatStopsSendingAreCancelled) {
  start(work_until_stopped);
  Peer peer = connect_and_greet();
  peer.send(search(2, "endless", 30'000));
  peer.finish_sending();
  EXPECT_TRUE(is_failure(peer.receive(), 2, v1::CODE_CANCELLED));
  EXPECT_FALSE(peer.receive());
}

TEST_F(RequestTest, OfAPeerThatClosesAreCancelled) {
  std::promise<void> started;
  std::promise<v1::Code> ended;
  start([&](const v1::Envelope& request, const Stop& stop) {
    started.set_value();
    v1::Envelope reply = work_until_stopped(request, stop);
    ended.set_value(reply.status().code());
    return reply;
  });
  Peer peer = connect_and_greet();
  peer.send(search(2, "endless", 30'000));
  started.get_future().wait();
  peer.close();
  EXPECT_EQ(ended.get_future().get(), v1::CODE_CANCELLED);
}

}  // namespace
}  // namespace assay::tests
