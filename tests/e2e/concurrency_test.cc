// Many clients at once, while the index changes under them. Meant for the sanitizer presets above all.
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <thread>

#include "client/assay.h"
#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

constexpr int kClients = 32;
constexpr int kRequests = 25;

void ask_all_verbs(const std::string& server, int seed, std::atomic<int>& answered) {
  Client client(Endpoint::parse(server), {std::chrono::seconds(20), std::chrono::seconds(30)});
  const std::vector<std::string> queries = {"\"direct payments\"", "carers -hospital", "rating:good care",
                                            "assess OR review", ""};
  for (int i = 0; i < kRequests; ++i) {
    SearchRequest request;
    request.query = queries[static_cast<std::size_t>(seed + i) % queries.size()];
    request.facets = {"*"};
    if (i % 3 == 0) request.filters = {{"rating", {"good"}}};
    const SearchReply reply = client.search(request);
    EXPECT_GE(reply.total, reply.hits.size());
    if (!reply.hits.empty() && i % 5 == 0) {
      EXPECT_FALSE(client.get(reply.hits.front().id).text.empty());
    }
    if (i % 7 == 0) {
      EXPECT_GT(client.info().articles, 0u);
    }
    ++answered;
  }
}

TEST(Concurrency, ThirtyTwoClientsWhileTheIndexGrows) {
  const TempFolder folder;
  Service service({kCorpus + "/press", kCorpus + "/notes"});
  std::atomic<int> answered = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < kClients; ++i)
    clients.emplace_back(ask_all_verbs, service.server(), i, std::ref(answered));
  for (int i = 0; i < 6; ++i)
    EXPECT_EQ(
        service
            .index({folder.write("n" + std::to_string(i) + ".txt", "More about carers and care.").string()})
            .exit_code,
        0);
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(answered, kClients * kRequests);
  service.daemon().send_signal(SIGTERM);
  const Finished stopped = service.daemon().wait();
  EXPECT_EQ(stopped.exit_code, 0) << stopped.err;
}

}  // namespace
}  // namespace assay::tests
