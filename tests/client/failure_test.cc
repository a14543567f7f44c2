// The library against daemons that fail, lie, hang up or stay silent.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <optional>

#include "client/assay.h"
#include "proto/limits.h"
#include "tests/client/fake_daemon.h"
#include "tests/client/samples.h"
#include "tests/temp_folder.h"

namespace assay {
namespace {

using std::chrono::milliseconds;

// Failures show at once.
const ClientOptions kOnce{.retry_for = milliseconds(0)};

using tests::after_greeting;
using tests::FakeDaemon;
using tests::frame;
using tests::Reaction;

class Failure : public testing::Test {
 protected:
  Endpoint endpoint() const { return Endpoint::parse("unix:" + (folder_.path() / "assay.sock").string()); }

 private:
  tests::TempFolder folder_;
};

// The error that the call throws, if it does.
template <typename Call>
std::optional<Error> error_of(Call call) {
  try {
    call();
    return std::nullopt;
  } catch (const Error& error) {
    return error;
  }
}

template <typename Call>
void expect_error(ErrorKind kind, Call call, const std::string& when = {}) {
  const std::optional<Error> error = error_of(call);
  ASSERT_TRUE(error.has_value()) << "no error: " << when;
  EXPECT_EQ(error->kind, kind) << error->what() << ": " << when;
}

v1::Envelope found(std::uint64_t id, std::uint64_t total) {
  v1::Envelope answer;
  answer.set_id(id);
  answer.mutable_search_reply()->set_total(total);
  return answer;
}

v1::Envelope status(std::uint64_t id, v1::Code code) {
  v1::Envelope answer;
  answer.set_id(id);
  answer.mutable_status()->set_code(code);
  answer.mutable_status()->set_message("so it is");
  if (code == v1::CODE_RESOURCE_EXHAUSTED)
    answer.mutable_status()->add_details()->mutable_retry_info()->set_retry_after_ms(50);
  return answer;
}

TEST_F(Failure, NobodyListens) {
  expect_error(ErrorKind::kConnect, [&] { Client client(endpoint(), kOnce); });
  expect_error(ErrorKind::kConnect, [&] { Client client(Endpoint::parse("tcp:127.0.0.1:1"), kOnce); });
  expect_error(ErrorKind::kConnect, [&] { Client client(Endpoint::parse("tcp:no such host:1")); });
  expect_error(ErrorKind::kInvalid,
               [&] { Client client(Endpoint::parse("unix:/" + std::string(200, 'a'))); });
}

// A socket that is bound and listens; nobody accepts.
class Deaf {
 public:
  explicit Deaf(const Endpoint& endpoint) : fd_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, endpoint.path.data(), endpoint.path.size());
    EXPECT_EQ(::bind(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::listen(fd_, 0), 0);
  }
  ~Deaf() { ::close(fd_); }

 private:
  int fd_;
};

TEST_F(Failure, ADaemonThatNeverGreetsIsNoDaemon) {
  const Deaf deaf(endpoint());
  const ClientOptions options{.connect_timeout = milliseconds(20), .retry_for = milliseconds(0)};
  // The first connection waits in the backlog for its greeting, the later ones for a place there.
  for (int i = 0; i < 3; ++i) expect_error(ErrorKind::kConnect, [&] { Client client(endpoint(), options); });
}

TEST_F(Failure, HangingUpAtEveryByteOfTheGreetingBreaksTheConnection) {
  std::atomic<std::size_t> cut = 0, length = 1;
  const auto greet = after_greeting([](const auto&) { return Reaction{}; });
  const FakeDaemon daemon(endpoint(), [&](const v1::Envelope& request) {
    const std::string whole = greet(request).bytes;
    length = whole.size();
    return Reaction{whole.substr(0, cut), true};
  });
  for (; cut < length; ++cut)
    expect_error(
        ErrorKind::kConnect, [&] { Client client(daemon.endpoint(), kOnce); }, std::to_string(cut));
}

TEST_F(Failure, HangingUpAtEveryByteOfAnAnswerBreaksTheConnection) {
  std::atomic<std::size_t> cut = 0, length = 1;
  const FakeDaemon daemon(endpoint(), after_greeting([&](const v1::Envelope& request) {
                            v1::Envelope answer = found(request.id(), 12);
                            answer.mutable_search_reply()->add_hits()->set_title("Leeds is rated good");
                            const std::string whole = frame(answer);
                            length = whole.size();
                            return Reaction{whole.substr(0, cut), true};
                          }));
  for (; cut < length; ++cut) {
    Client client(daemon.endpoint(), kOnce);
    expect_error(
        ErrorKind::kConnect, [&] { client.search({}); }, std::to_string(cut));
  }
}

TEST_F(Failure, GarbageBreaksTheConnection) {
  std::string unknown_body(5, '\0');
  unknown_body[3] = 1;  // a frame of one byte, which is no Envelope
  unknown_body[4] = '\xff';
  for (const std::string& garbage : {std::string(4, '\0'), std::string("HTTP/1.1 400 Bad Request\r\n\r\n"),
                                     std::string(8, '\xff'), unknown_body}) {
    const FakeDaemon daemon(endpoint(), after_greeting([&](const auto&) { return Reaction{garbage}; }));
    Client client(daemon.endpoint(), kOnce);
    expect_error(ErrorKind::kConnect, [&] { client.search({}); });
    ::unlink(daemon.endpoint().path.c_str());
  }
}

TEST_F(Failure, AnAnswerToWhatWasNotAskedBreaksTheConnection) {
  for (const std::uint64_t wrong : {std::uint64_t{0}, std::uint64_t{99}}) {
    const FakeDaemon daemon(endpoint(),
                            after_greeting([&](const auto&) { return Reaction{frame(found(wrong, 1))}; }));
    Client client(daemon.endpoint(), kOnce);
    expect_error(
        ErrorKind::kConnect, [&] { client.search({}); }, std::to_string(wrong));
    ::unlink(daemon.endpoint().path.c_str());
  }
}

TEST_F(Failure, AnAnswerOfTheWrongKindBreaksTheConnection) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const auto& request) {
                            return Reaction{frame(found(request.id(), 1))};
                          }));
  Client client(daemon.endpoint(), kOnce);
  expect_error(ErrorKind::kConnect, [&] { client.info(); });
}

TEST_F(Failure, AnotherProtocolIsRefused) {
  const FakeDaemon daemon(endpoint(), [](const v1::Envelope& request) {
    v1::Envelope answer;
    answer.set_id(request.id());
    answer.mutable_hello_reply()->set_protocol(proto::kProtocolVersion + 1);
    return Reaction{frame(answer)};
  });
  expect_error(ErrorKind::kConnect, [&] { Client client(daemon.endpoint(), kOnce); });
}

TEST_F(Failure, ARefusedRequestLeavesTheConnectionOfUse) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const v1::Envelope& request) {
                            return Reaction{frame(request.has_get() ? status(request.id(), v1::CODE_NOT_FOUND)
                                                                    : found(request.id(), 3))};
                          }));
  Client client(daemon.endpoint(), kOnce);
  const std::optional<Error> error = error_of([&] { client.get("nowhere"); });
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->kind, ErrorKind::kNotFound);
  EXPECT_STREQ(error->what(), "so it is");
  EXPECT_EQ(client.search({}).total, 3U);
}

TEST_F(Failure, AStatusOfTheConnectionIsTold) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const auto&) {
                            return Reaction{frame(status(0, v1::CODE_INTERNAL)), true};
                          }));
  Client client(daemon.endpoint(), kOnce);
  expect_error(ErrorKind::kServer, [&] { client.search({}); });
}

TEST_F(Failure, ADaemonThatShutsDownIsNotThereAnyMore) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const v1::Envelope& request) {
                            const bool index_is_away = request.has_info();
                            return Reaction{
                                frame(status(index_is_away ? request.id() : 0, v1::CODE_UNAVAILABLE)),
                                !index_is_away};
                          }));
  Client client(daemon.endpoint(), kOnce);
  expect_error(ErrorKind::kServer, [&] { client.info(); });
  expect_error(ErrorKind::kConnect, [&] { client.search({}); });
}

TEST_F(Failure, ADaemonThatHangsUpAtOnceMayHaveSaidWhy) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const auto&) { return Reaction{}; }),
                          Reaction{frame(status(0, v1::CODE_RESOURCE_EXHAUSTED)), true});
  for (int i = 0; i < 20; ++i)
    expect_error(ErrorKind::kOverloaded, [&] { Client client(daemon.endpoint(), kOnce); });
}

TEST_F(Failure, ARequestOverTheDaemonsLimitIsNotSent) {
  v1::Limits limits;
  limits.set_max_request_bytes(128);
  const FakeDaemon daemon(
      endpoint(),
      after_greeting([](const v1::Envelope& request) { return Reaction{frame(found(request.id(), 3))}; },
                     limits));
  Client client(daemon.endpoint(), kOnce);
  expect_error(ErrorKind::kInvalid, [&] { client.search({.query = std::string(200, 'a')}); });
  EXPECT_EQ(client.search({.query = std::string(20, 'a')}).total, 3U);
  EXPECT_EQ(daemon.requests().size(), 1U);
}

TEST_F(Failure, SilenceEndsAtTheDeadlineAndALateAnswerIsPassedOver) {
  std::atomic<std::uint64_t> unanswered = 0;
  const FakeDaemon daemon(endpoint(), after_greeting([&](const v1::Envelope& request) {
                            if (unanswered == 0) {
                              unanswered = request.id();
                              return Reaction{};
                            }
                            return Reaction{frame(found(unanswered, 1)) + frame(found(request.id(), 2))};
                          }));
  Client client(daemon.endpoint(), {.deadline = milliseconds(1), .retry_for = milliseconds(0)});
  expect_error(ErrorKind::kDeadline, [&] { client.search({}); });
  EXPECT_EQ(client.search({}).total, 2U);
}

TEST_F(Failure, HalfAnAnswerAtTheDeadlineIsFinishedLater) {
  std::string rest;
  const FakeDaemon daemon(endpoint(), after_greeting([&](const v1::Envelope& request) {
                            const std::string whole = frame(found(request.id(), request.id()));
                            const std::string bytes = rest.empty() ? whole.substr(0, 5) : rest + whole;
                            rest = whole.substr(5);
                            return Reaction{bytes};
                          }));
  Client client(daemon.endpoint(), {.deadline = milliseconds(1), .retry_for = milliseconds(0)});
  expect_error(ErrorKind::kDeadline, [&] { client.search({}); });
  const std::uint64_t total = client.search({}).total;
  EXPECT_EQ(total, daemon.requests().back().id());
}

}  // namespace
}  // namespace assay
