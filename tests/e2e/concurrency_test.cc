// Many clients at once, while the index changes under them. Meant for the sanitizer presets above all.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <atomic>
#include <thread>

#include "client/assay.h"
#include "tests/e2e/programs.h"
#include "tests/net/peer.h"

namespace assay::tests {
namespace {

constexpr int kClients = 32;
constexpr int kRequests = 25;

SearchRequest request(int number) {
  static const std::vector<std::string> kQueries = {"\"direct payments\"", "carers -hospital",
                                                    "rating:good care", "assess OR review", ""};
  SearchRequest request;
  request.query = kQueries[static_cast<std::size_t>(number) % kQueries.size()];
  request.facets = {"*"};
  request.fold = number % 2 == 0;
  if (number % 3 == 0) request.filters = {{"rating", {"good"}}};
  return request;
}

void ask_another_verb(Client& client, int number, const std::string& id) {
  switch (number % 7) {
    case 0:
      EXPECT_GT(client.info().articles, 0u);
      break;
    case 1:
      EXPECT_FALSE(client.pivot({request(number), "rating", "region"}).rows.values.empty());
      break;
    case 2:
      EXPECT_EQ(client.history("Leeds").council, "leeds");
      break;
    case 3:
      EXPECT_EQ(client.compare({"leeds", "kent"}).councils.size(), 2u);
      break;
    case 4:
      EXPECT_FALSE(client.suggest("car").suggestions.empty());
      break;
    case 5:
      EXPECT_FALSE(client.explain(request(number)).tree.empty());
      break;
    default:
      EXPECT_LE(client.similar({id, 3}).hits.size(), 3u);
      EXPECT_FALSE(client.get(id).text.empty());
  }
}

void ask_all_verbs(const std::string& server, int seed, std::atomic<int>& answered) {
  Client client(Endpoint::parse(server), {std::chrono::seconds(20), std::chrono::seconds(30)});
  const std::string id = client.search({.query = "care"}).hits.at(0).id;
  for (int i = 0; i < kRequests; ++i) {
    const SearchReply reply = client.search(request(seed + i));
    EXPECT_GE(reply.total, reply.hits.size());
    ask_another_verb(client, seed + i, id);
    ++answered;
  }
}

// Gives up every second request at once, and takes all answers.
void ask_and_cancel(const std::string& server, std::atomic<int>& answered) {
  Peer peer(server);
  peer.greet();
  for (std::uint64_t id = 2; id < 2 + kRequests; ++id) {
    peer.send(search(id, "care OR carers", 30'000));
    if (id % 2 == 0) peer.send(cancel(id));
  }
  for (int i = 0; i < kRequests; ++i) {
    const auto answer = peer.receive();
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->has_search_reply() || answer->status().code() == v1::CODE_CANCELLED)
        << answer->DebugString();
    ++answered;
  }
}

TEST(Concurrency, ThirtyTwoClientsWhileTheIndexGrowsAndSettingsAreReloaded) {
  const TempFolder folder;
  const std::string tokens = folder.write("tokens", "admin 0123456789abcdef\n").string();
  ::chmod(tokens.c_str(), 0600);
  Service service({kCorpus + "/press", kCorpus + "/notes"},
                  {"--state-dir", (folder.path() / "state").string(), "--token-file", tokens, "--max-wait-ms",
                   "30000"});  // the machine may be slow
  std::atomic<int> answered = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < kClients; ++i) {
    if (i % 4 == 0)
      clients.emplace_back(ask_and_cancel, service.server(), std::ref(answered));
    else
      clients.emplace_back(ask_all_verbs, service.server(), i, std::ref(answered));
  }
  for (int i = 0; i < 6; ++i) {
    const auto article = folder.write("n" + std::to_string(i) + ".txt", "More about carers and care.");
    EXPECT_EQ(service.index({article.string()}).exit_code, 0);
    service.daemon().send_signal(SIGHUP);
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(answered, kClients * kRequests);
  service.daemon().send_signal(SIGTERM);
  const Finished stopped = service.daemon().wait();
  EXPECT_EQ(stopped.exit_code, 0) << stopped.err;
}

}  // namespace
}  // namespace assay::tests
