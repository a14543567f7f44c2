// Answers in several parts: as the peer gives credit, or commit after commit.
#include <atomic>

#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

using After = net::Continuation::After;

// Counts down from the number that the request's offset is; each part but the last has another behind it.
net::Reply count_down(const v1::Envelope& request, After after) {
  const std::uint32_t left = request.stream().search().offset();
  net::Reply reply;
  reply.envelope.mutable_search_reply()->set_total(left);
  if (left == 0) return reply;
  reply.next = {request, after};
  reply.next->request.mutable_stream()->mutable_search()->set_offset(left - 1);
  return reply;
}

v1::Envelope stream(std::uint64_t id, std::uint32_t parts, std::uint32_t credit) {
  v1::Envelope request;
  request.set_id(id);
  request.mutable_stream()->mutable_search()->set_offset(parts - 1);
  request.mutable_stream()->set_credit(credit);
  return request;
}

v1::Envelope credit(std::uint64_t id, std::uint32_t parts) {
  v1::Envelope message;
  message.mutable_credit()->set_id(id);
  message.mutable_credit()->set_parts(parts);
  return message;
}

testing::AssertionResult is_part(const std::optional<v1::Envelope>& envelope, std::uint64_t id,
                                 std::uint64_t left) {
  if (envelope && envelope->id() == id && envelope->has_search_reply() &&
      envelope->search_reply().total() == left && envelope->more() == (left > 0))
    return testing::AssertionSuccess();
  return testing::AssertionFailure() << (envelope ? envelope->DebugString() : "nothing came");
}

class StreamTest : public NetTest {
 protected:
  void start_counting(After after) {
    serve([this, after](const v1::Envelope& request, v1::Scope, const Stop& stop) {
      if (!request.has_stream()) return net::Reply{echo(request, stop), {}};
      ++parts_made;
      return count_down(request, after);
    });
  }

  // What was made by now was made before the daemon answered this.
  void expect_no_part(Peer& peer) const {
    peer.send(search(99, "meanwhile"));
    EXPECT_TRUE(is_echo(peer.receive(), 99, "meanwhile"));
  }

  std::atomic<int> parts_made = 0;
};

TEST_F(StreamTest, ComesAsFarAsTheCreditGoes) {
  start_counting(After::kCredit);
  Peer peer = connect_and_greet();
  peer.send(stream(2, 5, 2));
  EXPECT_TRUE(is_part(peer.receive(), 2, 4));
  EXPECT_TRUE(is_part(peer.receive(), 2, 3));
  expect_no_part(peer);
  EXPECT_EQ(parts_made, 2);
  peer.send(credit(2, 1));
  EXPECT_TRUE(is_part(peer.receive(), 2, 2));
  peer.send(credit(2, 100));
  EXPECT_TRUE(is_part(peer.receive(), 2, 1));
  EXPECT_TRUE(is_part(peer.receive(), 2, 0));
  peer.send(search(2, "the id is free again"));
  EXPECT_TRUE(is_echo(peer.receive(), 2, "the id is free again"));
}

TEST_F(StreamTest, TakesOnePartForNoCredit) {
  start_counting(After::kCredit);
  Peer peer = connect_and_greet();
  peer.send(stream(2, 3, 0));
  EXPECT_TRUE(is_part(peer.receive(), 2, 2));
  expect_no_part(peer);
}

TEST_F(StreamTest, IsCancelledWhileItWaits) {
  start_counting(After::kCredit);
  Peer peer = connect_and_greet();
  peer.send(stream(2, 3, 1));
  EXPECT_TRUE(is_part(peer.receive(), 2, 2));
  peer.send(cancel(2));
  EXPECT_TRUE(is_failure(peer.receive(), 2, v1::CODE_CANCELLED));
}

TEST_F(StreamTest, CreditForNobodyIsIgnored) {
  start_counting(After::kCredit);
  Peer peer = connect_and_greet();
  peer.send(credit(2, 7));
  expect_no_part(peer);
}

TEST_F(StreamTest, HoldsNoTicketWhileItWaits) {
  net::ServerOptions options;
  options.max_queued = 1;
  serve(
      [](const v1::Envelope& request, v1::Scope, const Stop&) { return count_down(request, After::kCredit); },
      options);
  Peer waits = connect_and_greet(), other = connect_and_greet();
  waits.send(stream(2, 2, 1));
  EXPECT_TRUE(is_part(waits.receive(), 2, 1));
  other.send(stream(3, 1, 1));
  EXPECT_TRUE(is_part(other.receive(), 3, 0));
  waits.send(credit(2, 1));
  EXPECT_TRUE(is_part(waits.receive(), 2, 0));
}

TEST_F(StreamTest, GoesOnWhenThereIsRoom) {
  net::ServerOptions options;
  options.max_queued = 1;
  serve(
      [this](const v1::Envelope& request, v1::Scope scope, const Stop& stop) {
        return request.has_stream() ? count_down(request, After::kCredit)
                                    : answering(waiting_handler())(request, scope, stop);
      },
      options);
  Peer streams = connect_and_greet(), other = connect_and_greet();
  streams.send(stream(2, 2, 1));
  EXPECT_TRUE(is_part(streams.receive(), 2, 1));
  other.send(search(3, "wait"));
  gate.await_waiting(1);  // it has the only ticket
  streams.send(credit(2, 1));
  streams.send(search(4, "no room"));  // its refusal tells that the credit came before
  EXPECT_TRUE(is_failure(streams.receive(), 4, v1::CODE_RESOURCE_EXHAUSTED));
  gate.open();
  EXPECT_TRUE(is_part(streams.receive(), 2, 0));
}

TEST_F(StreamTest, NoMoreWaitThanMay) {
  net::ServerOptions options;
  options.max_waiting = 1;
  serve(
      [](const v1::Envelope& request, v1::Scope, const Stop&) { return count_down(request, After::kCredit); },
      options);
  Peer peer = connect_and_greet();
  peer.send(stream(2, 2, 1));
  EXPECT_TRUE(is_part(peer.receive(), 2, 1));
  peer.send(stream(3, 2, 1));
  EXPECT_TRUE(is_part(peer.receive(), 3, 1));
  const auto refused = peer.receive();
  EXPECT_TRUE(is_failure(refused, 3, v1::CODE_RESOURCE_EXHAUSTED));
  EXPECT_EQ(limit_of(*refused).name(), "max_waiting");
  peer.send(credit(2, 1));
  EXPECT_TRUE(is_part(peer.receive(), 2, 0));
}

TEST_F(StreamTest, EndsWithADrain) {
  start_counting(After::kCredit);
  Peer peer = connect_and_greet();
  peer.send(stream(2, 3, 1));
  EXPECT_TRUE(is_part(peer.receive(), 2, 2));
  server->drain();
  EXPECT_TRUE(is_failure(peer.receive(), 2, v1::CODE_UNAVAILABLE));
  EXPECT_TRUE(is_failure(peer.receive(), 0, v1::CODE_UNAVAILABLE));
  EXPECT_FALSE(peer.receive());
}

TEST_F(StreamTest, GoesWithItsPeer) {
  start_counting(After::kCredit);
  {
    Peer peer = connect_and_greet();
    peer.send(stream(2, 3, 1));
    EXPECT_TRUE(is_part(peer.receive(), 2, 2));
  }
  server->drain();
  await_end();  // nothing is left that waits
}

TEST_F(StreamTest, PartsComeWithCommits) {
  start_counting(After::kCommit);
  Peer peer = connect_and_greet();
  peer.send(stream(2, 3, 1));
  EXPECT_TRUE(is_part(peer.receive(), 2, 2));
  expect_no_part(peer);
  server->tell_of_commit();
  EXPECT_TRUE(is_part(peer.receive(), 2, 1));
  expect_no_part(peer);
  server->tell_of_commit();
  EXPECT_TRUE(is_part(peer.receive(), 2, 0));
}

TEST_F(StreamTest, ACommitDuringThePartIsNotMissed) {
  serve([this](const v1::Envelope& request, v1::Scope, const Stop&) {
    if (request.stream().search().offset() == 1) gate.wait();
    return count_down(request, After::kCommit);
  });
  Peer peer = connect_and_greet();
  peer.send(stream(2, 2, 1));
  gate.await_waiting(1);
  server->tell_of_commit();
  peer.send(search(3, "behind it on the thread of the sockets"));
  EXPECT_TRUE(is_part(peer.receive(), 3, 0));
  gate.open();
  EXPECT_TRUE(is_part(peer.receive(), 2, 1));
  EXPECT_TRUE(is_part(peer.receive(), 2, 0));
}

TEST_F(StreamTest, WhatIsEmptyIsNotSent) {
  serve([](const v1::Envelope& request, v1::Scope, const Stop&) {
    net::Reply reply = count_down(request, After::kCredit);
    if (reply.next) reply.envelope.clear_body();
    return reply;
  });
  Peer peer = connect_and_greet();
  peer.send(stream(2, 4, 10));
  EXPECT_TRUE(is_part(peer.receive(), 2, 0));
}

}  // namespace
}  // namespace assay::tests
