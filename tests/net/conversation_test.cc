#include "searchd/net/conversation.h"

#include <stdexcept>

#include "proto/limits.h"
#include "searchd/net/answer.h"
#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

using net::Conversation;
using net::End;
using net::Ignore;
using net::Say;
using net::Serve;
using net::Step;
using Clock = Stop::Clock;

class ConversationTest : public testing::Test {
 protected:
  Step take(const v1::Envelope& message) { return conversation.take(message.SerializeAsString(), now); }
  void greet() { ASSERT_TRUE(std::holds_alternative<Say>(take(hello(1)))); }

  const Clock::time_point now = Clock::now();
  net::Admission admission{100, 1, std::chrono::hours(1)};
  net::Greeting greeting = [](const net::Peer& peer, const v1::Hello&, v1::HelloReply& reply) {
    reply.set_server("not for the greeting to say");
    reply.set_revision(42);
    return peer.uid == 7U ? v1::SCOPE_NONE : v1::SCOPE_ADMIN;
  };
  Conversation conversation{greeting, admission, {}};
};

TEST_F(ConversationTest, BeginsWithHello) {
  EXPECT_FALSE(conversation.greeted());
  greet();
  EXPECT_TRUE(conversation.greeted());
  EXPECT_EQ(conversation.client(), "peer of the tests");
}

TEST_F(ConversationTest, IsOverWhenItBeginsOtherwise) {
  EXPECT_TRUE(std::holds_alternative<End>(take(search(1, "rude"))));
  EXPECT_TRUE(std::holds_alternative<End>(take(hello(0))));
  EXPECT_FALSE(conversation.greeted());
}

TEST_F(ConversationTest, KeepsOnlyTheBeginningOfALongClientName) {
  v1::Envelope message = hello(1);
  message.mutable_hello()->set_client(std::string(10'000, 'x'));
  take(message);
  EXPECT_LT(conversation.client().size(), 100U);
}

TEST_F(ConversationTest, ServerAndLimitsAreNotTheGreetingsToSay) {
  const Step step = take(hello(1));
  const v1::HelloReply& reply = std::get<Say>(step).answer.hello_reply();
  EXPECT_EQ(reply.server(), "assay-searchd " ASSAY_VERSION);
  EXPECT_EQ(reply.revision(), 42U);
}

TEST_F(ConversationTest, GivesARequestItsDeadline) {
  greet();
  const Step step = take(search(2, "query", 1'000));
  EXPECT_EQ(std::get<Serve>(step).request.stop.deadline(), now + std::chrono::seconds(1));
  EXPECT_FALSE(conversation.idle());
  conversation.answered(2);
  EXPECT_TRUE(conversation.idle());
}

TEST_F(ConversationTest, CancelsByIdAndAll) {
  greet();
  const Step first = take(search(2, "query")), second = take(search(3, "query"));
  EXPECT_TRUE(std::holds_alternative<Ignore>(take(cancel(2))));
  EXPECT_TRUE(std::get<Serve>(first).request.stop.cancelled());
  EXPECT_FALSE(std::get<Serve>(second).request.stop.cancelled());
  conversation.cancel_all();
  EXPECT_TRUE(std::get<Serve>(second).request.stop.cancelled());
}

TEST_F(ConversationTest, TicketsComeBackWithTheirRequest) {
  greet();
  for (std::uint64_t id = 1; id <= 1'000; ++id) {
    const Step step = take(search(id, "query"));
    ASSERT_TRUE(std::holds_alternative<Serve>(step)) << id;
    conversation.answered(id);
  }
}

v1::Envelope answered(const OneAnswer& answer, const v1::Envelope& request, const Stop& stop) {
  proto::FrameDecoder decoder(proto::kMaxReplyBytes);
  decoder.feed(net::answer(answering(answer), {request.id(), request.SerializeAsString(), stop}).frame);
  return proto::decode_envelope(decoder.next().value_or(""));
}

TEST(Answer, IsTheReplyWithTheIdOfTheRequest) {
  constexpr std::uint64_t kLast = 0xffffffffffffffff;
  EXPECT_TRUE(is_echo(answered(echo, search(kLast, "q"), Stop::never()), kLast, "q"));
}

TEST(Answer, DoesNotCallTheHandlerWhenTimeIsOver) {
  auto unused = [](const v1::Envelope&, const Stop&) -> v1::Envelope { throw std::logic_error("called"); };
  const Stop late(Clock::now());
  EXPECT_TRUE(is_failure(answered(unused, search(7, "q"), late), 7, v1::CODE_DEADLINE_EXCEEDED));
  const Stop cancelled = Stop::never();
  cancelled.cancel();
  EXPECT_TRUE(is_failure(answered(unused, search(7, "q"), cancelled), 7, v1::CODE_CANCELLED));
}

TEST(Answer, ReplacesAReplyOverTheLimit) {
  auto vast = [](const v1::Envelope&, const Stop&) {
    v1::Envelope reply;
    reply.mutable_search_reply()->set_canonical_query(std::string(proto::kMaxReplyBytes + 1, 'x'));
    return reply;
  };
  const v1::Envelope reply = answered(vast, search(7, "vast"), Stop::never());
  EXPECT_TRUE(is_failure(reply, 7, v1::CODE_RESOURCE_EXHAUSTED));
  EXPECT_EQ(limit_of(reply).name(), "max_reply_bytes");
  EXPECT_EQ(limit_of(reply).limit(), proto::kMaxReplyBytes);
  EXPECT_GT(limit_of(reply).actual(), proto::kMaxReplyBytes);
  EXPECT_FALSE(says_retry(reply));
}

}  // namespace
}  // namespace assay::tests
