// Many searches at once.
#include <gmock/gmock.h>

#include <atomic>
#include <optional>

#include "client/assay.h"
#include "tests/client/fake_daemon.h"
#include "tests/temp_folder.h"

namespace assay {
namespace {

using std::chrono::milliseconds;
using tests::after_greeting;
using tests::FakeDaemon;
using tests::frame;
using tests::Reaction;

// The answer to the search for a number: as many matches.
v1::Envelope counted(const v1::Envelope& request) {
  v1::Envelope answer;
  answer.set_id(request.id());
  answer.mutable_search_reply()->set_total(std::stoul(request.search().query()));
  return answer;
}

v1::Envelope refused(const v1::Envelope& request, v1::Code code) {
  v1::Envelope answer;
  answer.set_id(request.id());
  answer.mutable_status()->set_code(code);
  return answer;
}

class Pipelined : public testing::Test {
 protected:
  Endpoint endpoint() const { return Endpoint::parse("unix:" + (folder_.path() / "s").string()); }
  static std::vector<SearchRequest> searches(int count) {
    std::vector<SearchRequest> requests;
    for (int i = 0; i < count; ++i) requests.push_back({.query = std::to_string(i)});
    return requests;
  }
  static void expect_totals(const std::vector<SearchOutcome>& outcomes, std::size_t count) {
    ASSERT_EQ(outcomes.size(), count);
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_TRUE(std::holds_alternative<SearchReply>(outcomes[i])) << std::get<Error>(outcomes[i]).what();
      EXPECT_EQ(std::get<SearchReply>(outcomes[i]).total, i);
    }
  }

 private:
  tests::TempFolder folder_;
};

// Answers in the opposite order, as soon as `count` wait or the last one is there.
tests::Script backwards(std::size_t count, std::uint64_t last) {
  const auto held = std::make_shared<std::vector<std::string>>();
  return [=](const v1::Envelope& request) {
    held->push_back(frame(counted(request)));
    Reaction reaction;
    if (held->size() < count && request.search().query() != std::to_string(last)) return reaction;
    for (; !held->empty(); held->pop_back()) reaction.bytes += held->back();
    return reaction;
  };
}

TEST_F(Pipelined, AnswersComeInAnyOrderAndGoToTheirRequests) {
  v1::Limits limits;
  limits.set_max_in_flight(64);
  // A daemon that answered one at a time would hang here.
  const FakeDaemon daemon(endpoint(), after_greeting(backwards(64, 199), limits));
  expect_totals(Client(endpoint()).search_all(searches(200)), 200);
}

TEST_F(Pipelined, NoMoreAreUnderWayThanTheDaemonTakes) {
  v1::Limits limits;
  limits.set_max_in_flight(3);
  std::atomic<int> held = 0, most = 0;
  std::string answers;
  const FakeDaemon daemon(endpoint(), after_greeting(
                                          [&](const v1::Envelope& request) {
                                            answers += frame(counted(request));
                                            most = std::max(most.load(), ++held);
                                            if (held < 3 && request.search().query() != "9")
                                              return Reaction{};
                                            held = 0;
                                            return Reaction{std::exchange(answers, {})};
                                          },
                                          limits));
  expect_totals(Client(endpoint()).search_all(searches(10)), 10);
  EXPECT_EQ(most, 3);
}

TEST_F(Pipelined, OneThatFailsDoesNotKeepTheOthers) {
  v1::Limits limits;
  limits.set_max_request_bytes(100);
  const FakeDaemon daemon(endpoint(), after_greeting(
                                          [](const v1::Envelope& request) {
                                            if (request.search().query() == "1")
                                              return Reaction{frame(refused(request, v1::CODE_INTERNAL))};
                                            return Reaction{frame(counted(request))};
                                          },
                                          limits));
  std::vector<SearchRequest> requests = searches(5);
  requests[2].query = "\xff";
  requests[3].query = std::string(100, '3');
  const std::vector<SearchOutcome> outcomes = Client(endpoint()).search_all(requests);
  EXPECT_EQ(std::get<SearchReply>(outcomes.at(0)).total, 0U);
  EXPECT_EQ(std::get<Error>(outcomes.at(1)).kind, ErrorKind::kServer);
  EXPECT_EQ(std::get<Error>(outcomes.at(2)).kind, ErrorKind::kInvalid);
  EXPECT_EQ(std::get<Error>(outcomes.at(3)).kind, ErrorKind::kInvalid);
  EXPECT_EQ(std::get<SearchReply>(outcomes.at(4)).total, 4U);
}

TEST_F(Pipelined, OneWithoutAnswerPassesItsDeadlineAlone) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const v1::Envelope& request) {
                            return Reaction{request.search().query() == "1" ? "" : frame(counted(request))};
                          }));
  Client client(endpoint(), {.deadline = milliseconds(1)});
  const std::vector<SearchOutcome> outcomes = client.search_all(searches(3));
  EXPECT_EQ(std::get<SearchReply>(outcomes.at(0)).total, 0U);
  EXPECT_EQ(std::get<Error>(outcomes.at(1)).kind, ErrorKind::kDeadline);
  EXPECT_EQ(std::get<SearchReply>(outcomes.at(2)).total, 2U);
}

TEST_F(Pipelined, WhatABusyDaemonRefusesIsAskedAgain) {
  std::atomic<int> asked = 0;
  const FakeDaemon daemon(
      endpoint(), after_greeting([&](const v1::Envelope& request) {
        return Reaction{frame(++asked % 2 == 0 ? counted(request) : refused(request, v1::CODE_UNAVAILABLE))};
      }));
  expect_totals(Client(endpoint(), {.retry_for = milliseconds(60'000)}).search_all(searches(8)), 8);
}

TEST_F(Pipelined, WhatABrokenConnectionLeftIsAskedOverANewOne) {
  std::atomic<int> asked = 0;
  const FakeDaemon daemon(endpoint(), after_greeting([&](const v1::Envelope& request) {
                            return Reaction{frame(counted(request)), ++asked % 5 == 0};
                          }));
  expect_totals(Client(endpoint(), {.retry_for = milliseconds(60'000)}).search_all(searches(20)), 20);
}

TEST_F(Pipelined, WithoutADaemonEachHasItsError) {
  std::optional<FakeDaemon> daemon(std::in_place, endpoint(), after_greeting([](const auto&) {
                                     return Reaction{{}, true};
                                   }));
  Client client(endpoint(), {.retry_for = milliseconds(0)});
  for (const SearchOutcome& outcome : client.search_all(searches(3)))
    EXPECT_EQ(std::get<Error>(outcome).kind, ErrorKind::kConnect);
  daemon.reset();
  for (const SearchOutcome& outcome : client.search_all(searches(3)))
    EXPECT_EQ(std::get<Error>(outcome).kind, ErrorKind::kConnect);
  EXPECT_TRUE(client.search_all({}).empty());
}

TEST_F(Pipelined, LongRequestsAndLongAnswersDoNotWaitForOneAnother) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const v1::Envelope& request) {
                            v1::Envelope answer = counted(request);
                            answer.mutable_search_reply()->set_canonical_query(std::string(500'000, 'a'));
                            return Reaction{frame(answer)};
                          }));
  std::vector<SearchRequest> requests = searches(64);
  for (SearchRequest& request : requests) request.since = std::string(200'000, '2');
  expect_totals(Client(endpoint()).search_all(requests), 64);
}

}  // namespace
}  // namespace assay
