// Watches and alerts, as the library takes them.
#include <gmock/gmock.h>

#include <atomic>

#include "client/assay.h"
#include "tests/client/fake_daemon.h"
#include "tests/client/messages.h"
#include "tests/temp_folder.h"

namespace assay {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using tests::after_greeting;
using tests::FakeDaemon;
using tests::frame;
using tests::message;
using tests::Reaction;

// One article, numbered, and the mark behind it.
std::string news(std::uint64_t id, const std::string& number) {
  v1::Envelope answer;
  answer.set_id(id);
  answer.set_more(true);
  *answer.mutable_news() = message<v1::News>("articles { number: " + number + " hit { id: \"" + number +
                                             "\" } } mark: \"after " + number + "\" revision: 3");
  return frame(answer);
}

class Watching : public testing::Test {
 protected:
  Endpoint endpoint() const { return Endpoint::parse("unix:" + (folder_.path() / "s").string()); }

 private:
  tests::TempFolder folder_;
};

TEST_F(Watching, NewsComesUntilEnoughWasSeen) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const v1::Envelope& request) {
                            if (!request.has_watch()) return Reaction{frame(tests::sample_answer(request))};
                            return Reaction{news(request.id(), "1") + news(request.id(), "2")};
                          }));
  Client client(endpoint());
  std::vector<std::string> ids;
  client.watch({.search = {.query = "carers"}}, [&](News&& some) {
    EXPECT_EQ(some.revision, 3U);
    EXPECT_EQ(some.articles.at(0).number, std::stoul(some.articles.at(0).hit.id));
    ids.push_back(some.articles.at(0).hit.id);
    return ids.size() < 2;
  });
  EXPECT_THAT(ids, ElementsAre("1", "2"));
  EXPECT_EQ(daemon.requests().at(0).watch().search().query(), "carers");
}

TEST_F(Watching, ABrokenOneGoesOnFromTheMark) {
  std::atomic<int> asked = 0;
  const FakeDaemon daemon(endpoint(), after_greeting([&](const v1::Envelope& request) {
                            return Reaction{news(request.id(), std::to_string(++asked)), true};
                          }));
  Client client(endpoint(), {.retry_for = milliseconds(0)});
  int seen = 0;
  client.watch({.alert = "a", .outage = milliseconds(60'000)}, [&](News&&) { return ++seen < 3; });
  const auto requests = daemon.requests();
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_EQ(requests[0].watch().ShortDebugString(), "alert: \"a\"");
  EXPECT_EQ(requests[1].watch().ShortDebugString(), "alert: \"a\" mark: \"after 1\"");
  EXPECT_EQ(requests[2].watch().ShortDebugString(), "alert: \"a\" mark: \"after 2\"");
}

TEST_F(Watching, AnOutageThatLastsEndsIt) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const auto&) { return Reaction{{}, true}; }));
  Client client(endpoint());
  EXPECT_THROW(client.watch({.outage = milliseconds(0)}, [](News&&) { return true; }), Error);
}

TEST_F(Watching, ItWaitsForLongerThanAnyDeadlineAndIsInterrupted) {
  const Interrupt interrupt;
  const FakeDaemon daemon(endpoint(), after_greeting([&](const v1::Envelope& request) {
                            if (request.has_watch()) interrupt.raise();
                            return Reaction{};
                          }));
  Client client(endpoint(), {.deadline = milliseconds(1)});
  client.watch(
      {}, [](News&&) { return true; }, &interrupt);
  EXPECT_EQ(daemon.requests().at(0).watch().mark(), "");
}

TEST_F(Watching, AnInterruptEndsTheWaitForADaemonThatIsAway) {
  const Interrupt interrupt;
  const FakeDaemon daemon(endpoint(), after_greeting([&](const auto&) {
                            interrupt.raise();
                            return Reaction{{}, true};
                          }));
  Client client(endpoint());
  client.watch(
      {}, [](News&&) { return true; }, &interrupt);
}

TEST_F(Watching, AlertsAreAddedListedRunAndRemoved) {
  const FakeDaemon daemon(endpoint(), tests::answering(tests::sample_answer));
  Client client(endpoint());
  const Alert added = client.add_alert("carers", {.query = "x", .filters = {{"rating", {"good"}}}});
  EXPECT_EQ(added.name, "carers");
  EXPECT_EQ(added.search.query, "\"unpaid carers\"");
  EXPECT_EQ(added.search.filters.at(0).facet, "rating");
  EXPECT_EQ(added.added_at.time_since_epoch().count(), 1'767'225'600);
  EXPECT_EQ(client.alerts().size(), 2U);
  const AlertReply reply = client.run_alert("carers", 7, 3);
  EXPECT_EQ(reply.articles.at(0).number, 4U);
  EXPECT_EQ(reply.waiting, 12U);
  EXPECT_EQ(client.remove_alert("carers").waiting, 2U);
  const auto requests = daemon.requests();
  EXPECT_EQ(requests.at(0).add_alert().name(), "carers");
  EXPECT_EQ(requests.at(0).add_alert().search().filters(0).values(0), "good");
  EXPECT_EQ(requests.at(2).run_alert().ShortDebugString(), "name: \"carers\" limit: 7 acknowledge: 3");
  EXPECT_EQ(requests.at(3).remove_alert().name(), "carers");
}

}  // namespace
}  // namespace assay
