// The library beside daemons that go away and come back, or are busy for a while.
#include <gmock/gmock.h>
#include <unistd.h>

#include <atomic>
#include <optional>
#include <thread>

#include "client/assay.h"
#include "tests/client/fake_daemon.h"
#include "tests/client/messages.h"
#include "tests/temp_folder.h"

namespace assay {
namespace {

using std::chrono::milliseconds;
using tests::after_greeting;
using tests::answering;
using tests::FakeDaemon;
using tests::frame;
using tests::Reaction;
using tests::sample_answer;

const ClientOptions kOnce{.retry_for = milliseconds(0)};
// Far longer than any of it takes.
const ClientOptions kPatient{.retry_for = milliseconds(60'000)};

class Retry : public testing::Test {
 protected:
  Endpoint endpoint() const { return Endpoint::parse("unix:" + (folder_.path() / "s").string()); }
  // Answers with `status` until it was asked so often.
  static tests::Script refusing(v1::Code code, int times, std::uint64_t id_of_all = 1) {
    const auto asked = std::make_shared<std::atomic<int>>(0);
    return after_greeting([=](const v1::Envelope& request) {
      v1::Envelope answer = sample_answer(request);
      if (++*asked <= times) {
        answer.mutable_status()->set_code(code);
        answer.mutable_status()->add_details()->mutable_retry_info()->set_retry_after_ms(1);
      }
      const bool of_connection = answer.has_status() && id_of_all == 0;
      answer.set_id(of_connection ? 0 : request.id());
      return Reaction{frame(answer), of_connection};
    });
  }

 private:
  tests::TempFolder folder_;
};

TEST_F(Retry, ADaemonThatWasStartedAnewIsFoundByTheNextCall) {
  std::optional<FakeDaemon> daemon(std::in_place, endpoint(), answering(sample_answer));
  Client client(endpoint(), kOnce);
  EXPECT_EQ(client.search({}).total, 120U);
  for (int i = 0; i < 3; ++i) {
    daemon.reset();
    ::unlink(endpoint().path.c_str());
    daemon.emplace(endpoint(), answering(sample_answer));
    EXPECT_EQ(client.search({}).total, 120U);
  }
}

TEST_F(Retry, ACallWaitsForADaemonThatIsAway) {
  std::optional<FakeDaemon> daemon(std::in_place, endpoint(), answering(sample_answer));
  Client client(endpoint(), kPatient);
  daemon.reset();
  ::unlink(endpoint().path.c_str());
  std::thread starting([&] { daemon.emplace(endpoint(), answering(sample_answer)); });
  EXPECT_EQ(client.search({}).total, 120U);
  starting.join();
}

TEST_F(Retry, AClientWaitsForADaemonThatIsNotThereYet) {
  std::optional<FakeDaemon> daemon;
  std::thread starting([&] { daemon.emplace(endpoint(), answering(sample_answer)); });
  EXPECT_EQ(Client(endpoint(), kPatient).search({}).total, 120U);
  starting.join();
}

TEST_F(Retry, AConnectionThatBreaksInACallIsMadeAnew) {
  std::atomic<int> asked = 0;
  const auto answer = answering(sample_answer);
  const FakeDaemon daemon(endpoint(), [&](const v1::Envelope& request) {
    Reaction reaction = answer(request);
    if (!request.has_hello() && ++asked <= 3) reaction = {reaction.bytes.substr(0, 7), true};
    return reaction;
  });
  EXPECT_EQ(Client(endpoint(), kPatient).search({}).total, 120U);
  EXPECT_EQ(asked, 4);
}

TEST_F(Retry, WithoutRetriesTheBreakIsToldAndTheClientStaysOfUse) {
  std::atomic<int> asked = 0;
  const auto answer = answering(sample_answer);
  const FakeDaemon daemon(endpoint(), [&](const v1::Envelope& request) {
    if (!request.has_hello() && ++asked == 1) return Reaction{{}, true};
    return answer(request);
  });
  Client client(endpoint(), kOnce);
  EXPECT_THROW(client.search({}), Error);
  EXPECT_EQ(client.search({}).total, 120U);
}

TEST_F(Retry, WhatPassesIsAskedAgain) {
  for (const v1::Code code : {v1::CODE_UNAVAILABLE, v1::CODE_RESOURCE_EXHAUSTED}) {
    for (const std::uint64_t id : {std::uint64_t{0}, std::uint64_t{1}}) {
      const FakeDaemon daemon(endpoint(), refusing(code, 3, id));
      EXPECT_EQ(Client(endpoint(), kPatient).search({}).total, 120U);
      EXPECT_EQ(daemon.requests().size(), 4U);
      ::unlink(endpoint().path.c_str());
    }
  }
}

TEST_F(Retry, WhatStaysIsNotAskedAgain) {
  for (const v1::Code code : {v1::CODE_INVALID_ARGUMENT, v1::CODE_INTERNAL, v1::CODE_DEADLINE_EXCEEDED}) {
    const FakeDaemon daemon(endpoint(), answering([code](const auto&) {
                              v1::Envelope answer;
                              answer.mutable_status()->set_code(code);
                              return answer;
                            }));
    Client client(endpoint(), kPatient);
    EXPECT_THROW(client.search({}), Error);
    EXPECT_EQ(daemon.requests().size(), 1U);
    ::unlink(endpoint().path.c_str());
  }
}

TEST_F(Retry, AnAlertIsNotAddedTwice) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const auto&) { return Reaction{{}, true}; }));
  Client client(endpoint(), kPatient);
  try {
    client.add_alert("a", {});
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::kConnect);
    EXPECT_THAT(error.what(), testing::HasSubstr("it is not known whether"));
  }
  EXPECT_EQ(daemon.requests().size(), 1U);
}

}  // namespace
}  // namespace assay
