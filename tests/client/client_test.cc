// The library against a daemon that behaves.
#include <gmock/gmock.h>

#include <atomic>

#include "client/assay.h"
#include "proto/limits.h"
#include "tests/client/fake_daemon.h"
#include "tests/client/messages.h"
#include "tests/temp_folder.h"

namespace assay {
namespace {

using tests::after_greeting;
using tests::answering;
using tests::FakeDaemon;
using tests::Reaction;
using tests::sample_answer;

Endpoint unix_in(const tests::TempFolder& folder) {
  return Endpoint::parse("unix:" + (folder.path() / "assay.sock").string());
}

TEST(Client, AsksEachVerbOverAUnixSocket) {
  const tests::TempFolder folder;
  const FakeDaemon daemon(unix_in(folder), answering(sample_answer));
  Client client(daemon.endpoint());
  EXPECT_EQ(client.search({.query = "carers"}).total, 120U);
  EXPECT_EQ(client.get("bare").evidence.size(), 1U);
  const Info info = client.info();
  EXPECT_EQ(info.server, "assay-searchd 9");
  EXPECT_EQ(info.articles, 120U);
  EXPECT_EQ(info.uptime.count(), 61);
  EXPECT_EQ(info.facets.at(0).name, "rating");
  EXPECT_EQ(client.similar({.id = "a"}).hits.size(), 2U);
  EXPECT_EQ(client.pivot({.rows = "council", .columns = "rating"}).total, 12U);
  EXPECT_EQ(client.history("Leeds").events.size(), 2U);
  EXPECT_EQ(client.compare({"Leeds", "Hull"}).councils.size(), 2U);
  EXPECT_EQ(client.suggest("sto").suggestions.size(), 3U);
  EXPECT_EQ(client.explain({}).total, 3U);
}

TEST(Client, AsksOverTcp) {
  const FakeDaemon daemon({.is_unix = false, .host = "127.0.0.1"}, answering(sample_answer));
  EXPECT_EQ(Client(daemon.endpoint()).search({}).total, 120U);
}

TEST(Client, EveryRequestHasAFreshIdAndTheDeadline) {
  const tests::TempFolder folder;
  const FakeDaemon daemon(unix_in(folder), answering(sample_answer));
  Client client(daemon.endpoint(), {.deadline = std::chrono::milliseconds(1'500)});
  client.info();
  client.info();
  client.get("x");
  const auto requests = daemon.requests();
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_EQ(requests[2].get().id(), "x");
  EXPECT_EQ(requests[0].deadline_ms(), 1'500U);
  EXPECT_NE(requests[0].id(), 0U);
  EXPECT_LT(requests[0].id(), requests[1].id());
  EXPECT_LT(requests[1].id(), requests[2].id());
}

TEST(Client, WithoutADeadlineTheDaemonsDefaultIsAskedFor) {
  const tests::TempFolder folder;
  const FakeDaemon daemon(unix_in(folder), answering(sample_answer));
  Client(daemon.endpoint()).info();
  EXPECT_EQ(daemon.requests().at(0).deadline_ms(), 0U);
}

TEST(Client, GreetsWithItsProtocol) {
  const tests::TempFolder folder;
  std::atomic<std::uint32_t> lowest = 99, highest = 0;
  const auto greet = after_greeting([](const v1::Envelope&) { return Reaction{}; });
  const FakeDaemon daemon(unix_in(folder), [&](const v1::Envelope& request) {
    lowest = request.hello().protocol_min();
    highest = request.hello().protocol_max();
    return greet(request);
  });
  const Client client(daemon.endpoint());
  EXPECT_EQ(lowest, proto::kProtocolVersion);
  EXPECT_EQ(highest, proto::kProtocolVersion);
}

TEST(Client, AnswersMayComeAByteAtATime) {
  const tests::TempFolder folder;
  const auto whole = answering(sample_answer);
  const FakeDaemon daemon(unix_in(folder), [&](const v1::Envelope& request) {
    Reaction reaction = whole(request);
    reaction.bytewise = true;
    return reaction;
  });
  EXPECT_EQ(Client(daemon.endpoint()).search({}).hits.size(), 3U);
}

TEST(Client, KnowsThePageSizeOfTheDaemon) {
  const tests::TempFolder folder;
  v1::Limits limits;
  limits.set_max_hits(7);
  const FakeDaemon daemon(unix_in(folder), after_greeting([](const auto&) { return Reaction{}; }, limits));
  EXPECT_EQ(Client(daemon.endpoint()).max_hits(), 7U);
}

TEST(Client, CanBeMoved) {
  const tests::TempFolder folder;
  const FakeDaemon daemon(unix_in(folder), answering(sample_answer));
  Client first(daemon.endpoint());
  Client second(std::move(first));
  EXPECT_EQ(second.info().articles, 120U);
}

}  // namespace
}  // namespace assay
