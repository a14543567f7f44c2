// Readers while a writer commits as fast as it can. A moment in every run; ASSAY_SOAK_SECONDS makes it
// longer.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "searchd/engine/engine.h"
#include "searchd/engine/failure.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using tests::kStated;
using tests::SmallIndex;
using tests::stated;
using Clock = std::chrono::steady_clock;

constexpr int kReaders = 16;
constexpr int kArticles = 2'000;

std::chrono::seconds duration() {
  const char* const seconds = std::getenv("ASSAY_SOAK_SECONDS");
  return std::chrono::seconds(seconds != nullptr ? std::atoi(seconds) : 2);
}

std::vector<read::Article> articles(int first, int count, const std::string& words) {
  std::vector<read::Article> result;
  for (int i = first; i < first + count; ++i)
    result.push_back(stated("n" + std::to_string(i % kArticles), "2025-01-01", "good",
                            i % 2 == 0 ? "leeds" : "kent", words + " number" + std::to_string(i)));
  return result;
}

struct Seen {
  std::atomic<std::uint64_t> answers = 0, overtaken = 0;
};

void ask(const Engine& engine, int seed, const std::atomic<bool>& done, Seen& seen) {
  SearchRequest request;
  request.facets = {"*"};
  for (int i = seed; !done; ++i) {
    request.query = i % 3 == 0 ? "\"direct payments\"" : i % 3 == 1 ? "care OR number12*" : "";
    request.cursor = i % 4 == 0 ? "*" : "";
    const Stop stop(Clock::now() + std::chrono::seconds(30));
    try {
      const SearchResult result = engine.search(request, stop);
      EXPECT_EQ(result.total, static_cast<std::uint64_t>(kArticles)) << request.query;
      engine.get(result.hits.at(0).id, stop);
      if (!result.next_cursor.empty()) {
        SearchRequest next;
        next.cursor = result.next_cursor;
        engine.search(next, stop);
      }
      ++seen.answers;
    } catch (const Failure& failure) {
      // Any other kind shows the reader what only the writer's work explains.
      EXPECT_EQ(failure.kind, FailureKind::kOvertaken) << failure.what();
      ++seen.overtaken;
    }
  }
}

TEST(Soak, CommitsNeverShowThroughToReaders) {
  SmallIndex index(kStated, articles(0, kArticles, "Care and direct payments"));
  const Engine engine(index.path());
  std::atomic<bool> done = false;
  Seen seen;
  std::vector<std::jthread> readers;
  for (int i = 0; i < kReaders; ++i) readers.emplace_back([&, i] { ask(engine, i, done, seen); });
  const Clock::time_point end = Clock::now() + duration();
  int commits = 0;
  for (; Clock::now() < end; ++commits)
    index.add_stated(articles(commits * 5, 5, "Care and direct payments again"));
  done = true;
  readers.clear();
  EXPECT_GT(seen.answers, 0u);
  EXPECT_EQ(seen.overtaken, 0u);
  RecordProperty("commits", commits);
  RecordProperty("answers", static_cast<int>(seen.answers));
}

}  // namespace
}  // namespace assay::engine
