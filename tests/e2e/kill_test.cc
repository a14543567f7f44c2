// A daemon that is killed again and again, under the hands of its clients.
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <thread>

#include "client/assay.h"
#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

constexpr int kKills = 50;
constexpr int kClients = 4;
constexpr std::uint64_t kAnswersBetweenKills = 3;

SearchRequest request() {
  SearchRequest wanted;
  wanted.query = "\"direct payments\" OR carers";
  wanted.facets = {"rating"};
  wanted.limit = 5;
  return wanted;
}

// What one client has seen so far; written by its thread.
struct Seen {
  std::atomic<std::uint64_t> answers = 0;
  std::atomic<std::uint64_t> wrong = 0;  // other totals, and failures
};

// The client connects again by itself whenever the daemon is gone.
void keep_asking(const std::string& server, std::uint64_t total, const std::atomic<bool>& done, Seen& seen) {
  ClientOptions options;
  options.deadline = std::chrono::seconds(20);
  options.retry_for = std::chrono::seconds(20);
  Client client(Endpoint::parse(server), options);
  while (!done) {
    try {
      if (client.search(request()).total != total) ++seen.wrong;
    } catch (const Error& error) {
      ADD_FAILURE() << error.what();
      ++seen.wrong;
    }
    ++seen.answers;
    seen.answers.notify_all();
  }
}

void await_more_answers(const Seen& seen) {
  const std::uint64_t before = seen.answers;
  for (std::uint64_t now = before; now < before + kAnswersBetweenKills; now = seen.answers)
    seen.answers.wait(now);
}

TEST(Kill, FiftyTimesAndTheClientsRecover) {
  Service service({kCorpus});
  const std::uint64_t total = Client(Endpoint::parse(service.server())).search(request()).total;
  ASSERT_GT(total, 0u);
  std::atomic<bool> done = false;
  std::vector<Seen> seen(kClients);
  std::vector<std::thread> clients;
  for (Seen& each : seen) clients.emplace_back([&] { keep_asking(service.server(), total, done, each); });
  for (int kill = 0; kill < kKills; ++kill) {
    for (const Seen& each : seen) await_more_answers(each);
    service.daemon().send_signal(SIGKILL);
    EXPECT_EQ(service.daemon().wait().exit_code, 128 + SIGKILL);
    service.start();
    EXPECT_EQ(Client(Endpoint::parse(service.server())).search(request()).total, total);
  }
  for (const Seen& each : seen) await_more_answers(each);
  done = true;
  for (std::thread& client : clients) client.join();
  for (const Seen& each : seen) EXPECT_EQ(each.wrong, 0u);
}

}  // namespace
}  // namespace assay::tests
