// Streams of hits, as the library takes them.
#include <gmock/gmock.h>

#include <atomic>

#include "client/assay.h"
#include "tests/client/serving_hits.h"
#include "tests/temp_folder.h"

namespace assay {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using tests::after_greeting;
using tests::FakeDaemon;
using tests::Reaction;

constexpr std::uint32_t kParts = 5;

// A list of five parts of a hit each; a cursor is the number of the part.
v1::SearchReply part(const v1::SearchRequest& asked) {
  const std::uint32_t number =
      asked.cursor() == "*" || asked.cursor().empty() ? 0 : std::stoul(asked.cursor());
  v1::SearchReply reply;
  reply.set_total(kParts);
  reply.add_hits()->set_id(std::to_string(number));
  if (number + 1 < kParts) reply.set_next_cursor(std::to_string(number + 1));
  return reply;
}

class Streams : public testing::Test {
 protected:
  Endpoint endpoint() const { return Endpoint::parse("unix:" + (folder_.path() / "s").string()); }
  // The ids, of so many parts at most.
  static std::vector<std::string> ids(Client& client, std::size_t most = kParts) {
    std::vector<std::string> all;
    client.stream({.limit = 1}, [&](SearchReply&& reply) {
      for (const Hit& hit : reply.hits) all.push_back(hit.id);
      return all.size() < most;
    });
    return all;
  }

 private:
  tests::TempFolder folder_;
};

TEST_F(Streams, EveryPartComesOnce) {
  const FakeDaemon daemon(endpoint(), after_greeting(tests::serving_hits(part)));
  Client client(endpoint());
  EXPECT_THAT(ids(client), ElementsAre("0", "1", "2", "3", "4"));
  EXPECT_THAT(ids(client), ElementsAre("0", "1", "2", "3", "4"));
}

TEST_F(Streams, APartThatIsNotWantedEndsIt) {
  const FakeDaemon daemon(endpoint(), after_greeting(tests::serving_hits(part)));
  Client client(endpoint());
  EXPECT_THAT(ids(client, 2), ElementsAre("0", "1"));
  EXPECT_EQ(client.search({}).hits.at(0).id, "0");
  const auto requests = daemon.requests();
  ASSERT_EQ(requests.size(), 4U);
  EXPECT_EQ(requests[1].credit().parts(), 1U);
  EXPECT_EQ(requests[2].cancel().id(), requests[0].id());
}

TEST_F(Streams, WhatThePartThrowsEndsItToo) {
  const FakeDaemon daemon(endpoint(), after_greeting(tests::serving_hits(part)));
  Client client(endpoint());
  EXPECT_THROW(client.stream({.limit = 1}, [](SearchReply&&) -> bool { throw std::length_error("enough"); }),
               std::length_error);
  EXPECT_EQ(client.search({}).hits.at(0).id, "0");
  EXPECT_EQ(daemon.requests().at(1).cancel().id(), daemon.requests().at(0).id());
}

TEST_F(Streams, APartMayAskTheClient) {
  const FakeDaemon daemon(endpoint(), after_greeting(tests::serving_hits(part)));
  Client client(endpoint());
  std::vector<std::string> all;
  client.stream({.limit = 1}, [&](SearchReply&& reply) {
    all.push_back(reply.hits.at(0).id);
    EXPECT_EQ(client.search({.cursor = "3"}).hits.at(0).id, "3");
    return true;
  });
  EXPECT_THAT(all, ElementsAre("0", "1", "2", "3", "4"));
}

TEST_F(Streams, ABrokenOneGoesOnBehindTheLastPart) {
  std::atomic<int> asked = 0;
  const auto serve = after_greeting(tests::serving_hits(part));
  const FakeDaemon daemon(endpoint(), [&](const v1::Envelope& request) {
    Reaction reaction = serve(request);
    reaction.hang_up = !request.has_hello() && ++asked % 2 == 1;
    return reaction;
  });
  Client client(endpoint(), {.retry_for = milliseconds(60'000)});
  EXPECT_THAT(ids(client), ElementsAre("0", "1", "2", "3", "4"));
  EXPECT_EQ(daemon.requests().at(1).stream().search().ShortDebugString(), "limit: 1 cursor: \"2\"");
}

TEST_F(Streams, AListThatIsGoneIsRefused) {
  std::atomic<bool> broken = false;
  const auto serve = after_greeting(tests::serving_hits(part));
  const FakeDaemon daemon(endpoint(), [&](const v1::Envelope& request) {
    if (request.has_hello()) return serve(request);
    if (!broken.exchange(true)) return Reaction{serve(request).bytes, true};
    v1::Envelope refused;
    refused.set_id(request.id());
    refused.mutable_status()->set_code(v1::CODE_INVALID_ARGUMENT);
    return Reaction{tests::frame(refused)};
  });
  Client client(endpoint(), {.retry_for = milliseconds(60'000)});
  try {
    ids(client);
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::kInvalid);
  }
}

TEST_F(Streams, OneThatCannotBeContinuedBreaks) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const v1::Envelope& request) {
                            v1::Envelope answer;
                            answer.set_id(request.id());
                            answer.set_more(true);
                            answer.mutable_search_reply()->add_hits()->set_id("0");
                            return Reaction{tests::frame(answer), true};
                          }));
  Client client(endpoint(), {.retry_for = milliseconds(60'000)});
  try {
    ids(client);
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::kConnect);
  }
}

}  // namespace
}  // namespace assay
