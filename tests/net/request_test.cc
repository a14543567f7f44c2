#include <set>
#include <stdexcept>

#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

using RequestTest = NetTest;

TEST_F(RequestTest, ArePipelined) {
  start(echo);
  Peer peer = connect_and_greet();
  std::string all;
  std::set<std::uint64_t> expected;
  for (std::uint64_t id = 10; id < 60; ++id) {
    all += frame(search(id, std::to_string(id)));
    expected.insert(id);
  }
  peer.send_bytes(all);
  std::set<std::uint64_t> seen;
  while (seen.size() < expected.size()) {
    const auto reply = peer.receive();
    ASSERT_TRUE(reply);
    EXPECT_TRUE(is_echo(reply, reply->id(), std::to_string(reply->id())));
    EXPECT_TRUE(seen.insert(reply->id()).second);
  }
  EXPECT_EQ(seen, expected);
}

TEST_F(RequestTest, AreAnsweredWhenReadyAndNotInOrder) {
  start(waiting_handler());
  Peer peer = connect_and_greet();
  peer.send(search(2, "wait"));
  peer.send(search(3, "quick"));
  EXPECT_TRUE(is_echo(peer.receive(), 3, "quick"));
  gate.open();
  EXPECT_TRUE(is_echo(peer.receive(), 2, "wait"));
}

TEST_F(RequestTest, OfEveryKindReachTheHandler) {
  start([](const v1::Envelope& request, const Stop&) {
    v1::Envelope reply;
    if (request.has_get()) reply.mutable_get_reply()->mutable_article()->set_id(request.get().id());
    if (request.has_info()) reply.mutable_info_reply()->set_articles(17);
    return reply;
  });
  Peer peer = connect_and_greet();
  v1::Envelope get;
  get.set_id(2);
  get.mutable_get()->set_id("press/17");
  peer.send(get);
  EXPECT_EQ(peer.receive()->get_reply().article().id(), "press/17");
  v1::Envelope info;
  info.set_id(3);
  info.mutable_info();
  peer.send(info);
  EXPECT_EQ(peer.receive()->info_reply().articles(), 17U);
}

TEST_F(RequestTest, MayUseAnIdAgainOnceItIsAnswered) {
  start(echo);
  Peer peer = connect_and_greet();
  for (int round = 0; round < 100; ++round) {
    peer.send(search(1, std::to_string(round)));
    ASSERT_TRUE(is_echo(peer.receive(), 1, std::to_string(round)));
  }
}

TEST_F(RequestTest, WithAnIdInUseAreRefused) {
  start(waiting_handler());
  Peer peer = connect_and_greet();
  peer.send(search(2, "wait"));
  peer.send(search(2, "again"));
  EXPECT_TRUE(is_failure(peer.receive(), 2, v1::CODE_INVALID_ARGUMENT));
  gate.open();
  EXPECT_TRUE(is_echo(peer.receive(), 2, "wait"));
}

TEST_F(RequestTest, WithTheIdZeroEndTheConnection) {
  start(echo);
  Peer peer = connect_and_greet();
  peer.send(search(0, "nameless"));
  EXPECT_TRUE(is_failure(peer.receive(), 0, v1::CODE_INVALID_ARGUMENT));
  EXPECT_FALSE(peer.receive());
}

TEST_F(RequestTest, WithoutABodyOrWithAnotherAreUnimplemented) {
  start(echo);
  Peer peer = connect_and_greet();
  v1::Envelope empty;
  empty.set_id(2);
  peer.send(empty);
  EXPECT_TRUE(is_failure(peer.receive(), 2, v1::CODE_UNIMPLEMENTED));
  v1::Envelope newer;
  newer.set_id(3);
  newer.GetReflection()->MutableUnknownFields(&newer)->AddLengthDelimited(99, "a body of the future");
  peer.send(newer);
  EXPECT_TRUE(is_failure(peer.receive(), 3, v1::CODE_UNIMPLEMENTED));
  peer.send(hello(4));
  EXPECT_TRUE(is_failure(peer.receive(), 4, v1::CODE_UNIMPLEMENTED));
  peer.send(search(5, "still served"));
  EXPECT_TRUE(is_echo(peer.receive(), 5, "still served"));
}

TEST_F(RequestTest, WhoseHandlerThrowsFailInside) {
  start([](const v1::Envelope& request, const Stop&) -> v1::Envelope {
    if (request.search().query() == "int") throw 42;
    throw std::runtime_error("a secret of the inside");
  });
  Peer peer = connect_and_greet();
  peer.send(search(2, "exception"));
  const auto failed = peer.receive();
  EXPECT_TRUE(is_failure(failed, 2, v1::CODE_INTERNAL));
  EXPECT_EQ(failed->status().message().find("secret"), std::string::npos);
  peer.send(search(3, "int"));
  EXPECT_TRUE(is_failure(peer.receive(), 3, v1::CODE_INTERNAL));
}

}  // namespace
}  // namespace assay::tests
