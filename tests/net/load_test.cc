#include <atomic>
#include <vector>

#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

using LoadTest = NetTest;

constexpr int kClients = 32;
constexpr std::uint64_t kRequests = 200;
constexpr std::uint64_t kWindow = 4;  // unanswered requests of one client; 32 x 4 is well below max_queued

// Sends all requests, a window's worth ahead of the answers; gives the number of right answers.
std::uint64_t run_client(const std::string& address, int client) {
  Peer peer(address);
  peer.greet();
  const auto query = [client](std::uint64_t id) { return std::to_string(client) + "/" + std::to_string(id); };
  std::uint64_t right = 0;
  for (std::uint64_t sent = 1; sent <= kWindow; ++sent) peer.send(search(sent, query(sent)));
  for (std::uint64_t received = 1; received <= kRequests; ++received) {
    const auto reply = peer.receive();
    if (!reply) break;
    right += is_echo(reply, reply->id(), query(reply->id())) ? 1 : 0;
    if (received + kWindow <= kRequests) peer.send(search(received + kWindow, query(received + kWindow)));
  }
  return right;
}

TEST_F(LoadTest, ManyClientsGetTheirOwnAnswers) {
  start(echo);
  std::atomic<std::uint64_t> right{0};
  std::vector<std::thread> clients;
  for (int client = 0; client < kClients; ++client)
    clients.emplace_back([&, client] { right += run_client(address, client); });
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(right, kClients * kRequests);
}

// Under more load than is admitted, with deadlines, cancels and peers that leave, and a drain in the middle
// of it: nothing hangs, and every answer is well-formed.
void run_hasty_client(const std::string& address, int client, std::atomic<int>& answers) {
  Peer peer(address);
  peer.send(hello(1000));
  for (std::uint64_t id = 1; id <= 100; ++id) {
    peer.send(search(id, "work", static_cast<std::uint32_t>(id % 5)));
    if (id % 3 == 0) peer.send(cancel(id));
    if (id == 50 && client % 4 == 0) return;
  }
  while (const auto reply = peer.receive()) {
    if (reply->id() == 0) return;  // the drain's last words
    if (++answers; reply->id() == 100) return;
  }
}

TEST_F(LoadTest, OverloadCancelsAndDrainLeaveNothingBehind) {
  net::ServerOptions options;
  options.max_queued = 16;
  options.linger_timeout = std::chrono::milliseconds(100);
  start(
      [](const v1::Envelope& request, const Stop& stop) {
        return request.deadline_ms() == 1 ? work_until_stopped(request, stop) : echo(request, stop);
      },
      options);
  std::atomic<int> answers{0};
  std::vector<std::thread> clients;
  for (int client = 0; client < kClients; ++client)
    clients.emplace_back([&, client] {
      try {
        run_hasty_client(address, client, answers);
      } catch (const std::system_error&) {
        // The drain was quicker than the connection.
      }
    });
  while (answers < kClients) std::this_thread::yield();
  server->drain();
  for (std::thread& client : clients) client.join();
  await_end();
}

}  // namespace
}  // namespace assay::tests
