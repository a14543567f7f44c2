// Queries that are meant to kill: each is answered, refused or stopped, and none takes memory for good.
#include "bench/deaths/deaths.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "searchd/engine/failure.h"
#include "tests/oracle/indexed.h"
#include "tests/query/random_query.h"

namespace assay::tests {
namespace {

using engine::FailureKind;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMemoryIsOurs = false;  // a sanitizer takes its own
#else
constexpr bool kMemoryIsOurs = true;
#endif

constexpr int kGenerated = 5'000;
constexpr long kMaxRise = 64 * 1024;  // KiB

// The most that this process has had so far, in KiB.
long peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

template <typename Ask>
void expect_survived(const std::string& query, Ask ask) {
  try {
    ask(Stop(Stop::Clock::now() + std::chrono::milliseconds(500)));
  } catch (const engine::Failure& failure) {
    EXPECT_TRUE(failure.kind == FailureKind::kInvalid || failure.kind == FailureKind::kDeadline)
        << failure.what() << '\n'
        << query.substr(0, 5'000);
  }
}

void expect_survived(const engine::Engine& engine, const std::string& query) {
  engine::SearchRequest request;
  request.query = query;
  request.facets = {"*"};
  expect_survived(query, [&](const Stop& stop) { engine.search(request, stop); });
}

void expect_other_verbs_survived(const engine::Engine& engine, const std::string& query) {
  engine::SearchRequest request;
  request.query = query;
  request.fold = true;
  expect_survived(query, [&](const Stop& stop) { engine.explain(request, stop); });
  expect_survived(query, [&](const Stop& stop) { engine.pivot({request, "source", "council"}, stop); });
  expect_survived(query, [&](const Stop& stop) { engine.suggest({query, 100}, stop); });
  expect_survived(query, [&](const Stop& stop) { engine.history(query, stop); });
}

class Deaths : public testing::TestWithParam<const char*> {};

TEST_P(Deaths, AreSurvived) {
  const engine::Engine& engine = Indexed::named(GetParam()).engine();
  const std::vector<std::string> listed = bench::deaths(engine);
  const long before = peak_memory();
  for (const std::string& query : listed) {
    expect_survived(engine, query);
    expect_other_verbs_survived(engine, query);
  }
  Random random(17);
  for (int i = 0; i < kGenerated; ++i)
    expect_survived(engine, i % 4 == 0 ? random_text(random) : bench::random_death(random));
  const long rise = peak_memory() - before;
  EXPECT_TRUE(!kMemoryIsOurs || rise < kMaxRise) << rise << " KiB";
  RecordProperty("rise_kib", static_cast<int>(rise));
}

INSTANTIATE_TEST_SUITE_P(Indexes, Deaths, testing::Values("corpus", "generated"),
                         [](const auto& at) { return std::string(at.param); });

}  // namespace
}  // namespace assay::tests
