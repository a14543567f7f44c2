// Peers that break off, dawdle or come in crowds: the daemon lives on, and others are served.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/e2e/programs.h"
#include "tests/net/peer.h"

namespace assay::tests {
namespace {

std::uint64_t total_of(Peer& peer, std::uint64_t id, const std::string& query) {
  peer.send(search(id, query));
  const auto reply = peer.receive();
  EXPECT_TRUE(reply && reply->id() == id && reply->has_search_reply())
      << (reply ? reply->DebugString() : "nothing came");
  return reply ? reply->search_reply().total() : 0;
}

void expect_service(const Service& service) {
  Peer peer(service.server());
  EXPECT_GT(total_of(peer.greet(), 2, "care"), 0u);
}

TEST(Fault, AConnectionMayEndAfterEveryByte) {
  const Service service({kCorpus + "/notes"});
  const std::string greeting = frame(hello(1));
  const std::string said = greeting + frame(search(2, "\"direct payments\" carers"));
  for (const bool greeted : {false, true})
    for (std::size_t length = greeted ? greeting.size() : 0; length <= said.size(); ++length) {
      Peer peer(service.server());
      peer.send_bytes(std::string_view(said).substr(0, length));
      // Once with the reply to Hello read, once with it still in the way: then the close is a reset.
      if (greeted) peer.receive();
    }
  expect_service(service);
}

TEST(Fault, APeerMaySendByteByByte) {
  const Service service({kCorpus + "/notes"});
  Peer peer(service.server());
  const std::string said = frame(hello(1)) + frame(search(2, "care"));
  for (const char byte : said) ASSERT_TRUE(peer.send_bytes({&byte, 1}));
  EXPECT_TRUE(peer.receive()->has_hello_reply());
  EXPECT_GT(peer.receive()->search_reply().total(), 0u);
}

TEST(Fault, HalfFramesHoldNobodyUp) {
  const Service service({kCorpus + "/notes"});
  const std::string whole = frame(search(2, "care"));
  std::deque<Peer> halves;
  for (std::size_t i = 0; i < 200; ++i) {
    halves.emplace_back(service.server());
    halves.back().greet().send_bytes(std::string_view(whole).substr(0, 1 + i % (whole.size() - 1)));
  }
  Peer other(service.server());
  other.greet();
  std::uint64_t total = 0;
  for (std::uint64_t id = 2; id < 50; ++id) total = total_of(other, id, "care");
  for (std::size_t i = 0; i < halves.size(); ++i) {
    halves[i].send_bytes(std::string_view(whole).substr(1 + i % (whole.size() - 1)));
    const auto reply = halves[i].receive();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->search_reply().total(), total);
  }
}

// Of a process: user and system time, in clock ticks.
unsigned long cpu_ticks(pid_t pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
  const std::string all{std::istreambuf_iterator<char>(in), {}};
  std::istringstream fields(all.substr(all.rfind(')') + 2));
  std::string skipped;
  for (int field = 3; field < 14; ++field) fields >> skipped;
  unsigned long user = 0, system = 0;
  fields >> user >> system;
  return user + system;
}

// Lets the process open so many more files than it has open now.
void limit_files(pid_t pid, std::size_t more) {
  std::size_t highest = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/fd"))
    highest = std::max<std::size_t>(highest, std::stoul(entry.path().filename().string()));
  rlimit limit{};
  limit.rlim_cur = limit.rlim_max = highest + 1 + more;
  ASSERT_EQ(::prlimit(pid, RLIMIT_NOFILE, &limit, nullptr), 0);
}

TEST(Fault, WithoutFilesLeftItWaitsForSome) {
  constexpr std::size_t kFiles = 40;
  Service service({kCorpus + "/notes"});
  expect_service(service);
  const pid_t pid = service.daemon().pid();
  limit_files(pid, kFiles);

  // Says nothing, so that the daemon hangs up when its patience with newcomers ends: the test's clock.
  std::optional<Peer> silent(service.server());
  std::deque<Peer> crowd;
  for (std::size_t i = 0; i < 2 * kFiles; ++i) {
    crowd.emplace_back(service.server());
    crowd.back().send(hello(1));
  }
  EXPECT_TRUE(crowd.front().receive()->has_hello_reply());
  const unsigned long before = cpu_ticks(pid);
  EXPECT_EQ(silent->receive()->status().code(), v1::CODE_DEADLINE_EXCEEDED);
  silent.reset();
  // Ten seconds went by; a daemon that spins would have used all of them.
  const unsigned long ticks_a_second = static_cast<unsigned long>(::sysconf(_SC_CLK_TCK));
  EXPECT_LT(cpu_ticks(pid) - before, 4 * ticks_a_second);

  // Asked without a file to spare, it may have to refuse, but says so.
  crowd.front().send(search(2, "care"));
  const auto answer = crowd.front().receive();
  EXPECT_TRUE(answer && (answer->has_search_reply() || answer->has_status())) << answer.has_value();

  for (std::size_t i = 0; i < kFiles; ++i) crowd.pop_front();
  for (Peer& peer : crowd) {
    const auto reply = peer.receive();
    EXPECT_TRUE(reply && reply->has_hello_reply());
    peer.close();
  }
  expect_service(service);
}

}  // namespace
}  // namespace assay::tests
