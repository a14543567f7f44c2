#include "searchd/metrics.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>
#include <vector>

namespace assay::searchd {
namespace {

using std::chrono::microseconds;
using testing::HasSubstr;
using testing::Not;

v1::Envelope search() {
  v1::Envelope request;
  request.mutable_search()->set_query("care");
  return request;
}

TEST(Metrics, CountsRequestsByVerbAndCode) {
  Metrics metrics({});
  v1::Envelope found, refused;
  found.mutable_search_reply();
  refused.mutable_status()->set_code(v1::CODE_INVALID_ARGUMENT);
  metrics.record(search(), found, microseconds(3'000));
  metrics.record(search(), found, microseconds(40'000));
  metrics.record(search(), refused, microseconds(100));
  const std::string text = metrics.text();
  EXPECT_THAT(text, HasSubstr("# TYPE assay_requests_total counter\n"));
  EXPECT_THAT(text, HasSubstr("assay_requests_total{code=\"OK\",verb=\"search\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("assay_requests_total{code=\"INVALID_ARGUMENT\",verb=\"search\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("assay_request_seconds_bucket{verb=\"search\",le=\"0.005\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("assay_request_seconds_bucket{verb=\"search\",le=\"+Inf\"} 3\n"));
}

TEST(Metrics, AsksForItsGauges) {
  double connections = 1;
  bool is_degraded = false;
  Metrics::Sources sources;
  sources.connections = [&] { return connections; };
  sources.requests = [] { return 2.0; };
  sources.is_degraded = [&] { return is_degraded; };
  Metrics metrics(sources);
  EXPECT_THAT(metrics.text(), HasSubstr("\nassay_connections 1\n"));
  connections = 5;
  is_degraded = true;
  const std::string text = metrics.text();
  EXPECT_THAT(text, HasSubstr("\nassay_connections 5\n"));
  EXPECT_THAT(text, HasSubstr("\nassay_requests_admitted 2\n"));
  EXPECT_THAT(text, HasSubstr("\nassay_degraded 1\n"));
  EXPECT_THAT(text, HasSubstr("\nassay_uptime_seconds "));
  EXPECT_THAT(text, Not(HasSubstr("\nprocess_resident_memory_bytes 0\n")));
  EXPECT_THAT(text, HasSubstr("\nprocess_resident_memory_bytes "));
  EXPECT_THAT(text, Not(HasSubstr("assay_result_lists")));
  EXPECT_THAT(text, Not(HasSubstr("assay_index_revision")));
}

TEST(Metrics, FollowsTheRevision) {
  std::uint64_t revision = 7;
  Metrics::Sources sources;
  sources.revision = [&] { return revision; };
  Metrics metrics(sources);
  EXPECT_THAT(metrics.text(), HasSubstr("\nassay_index_revision 7\n"));
  revision = 8;
  EXPECT_THAT(metrics.text(), HasSubstr("\nassay_index_revision 8\n"));
  EXPECT_THAT(metrics.text(), HasSubstr("\nassay_commit_age_seconds "));
}

TEST(Metrics, AreAllDocumented) {
  const auto zero = [] { return 0.0; };
  Metrics metrics(
      {zero, zero, zero, zero, zero, zero, [] { return false; }, [] { return std::uint64_t{1}; }});
  std::ifstream in(ASSAY_SOURCE_DIR "/docs/operations.md");
  const std::string documentation{std::istreambuf_iterator<char>(in), {}};
  std::istringstream lines(metrics.text());
  const std::string begin = "# TYPE ";
  int names = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(begin)) continue;
    EXPECT_THAT(documentation, HasSubstr("| `" + line.substr(begin.size(), line.rfind(' ') - begin.size())));
    ++names;
  }
  EXPECT_GE(names, 10);
}

TEST(Metrics, AreRecordedByManyAtOnce) {
  Metrics::Sources sources;
  sources.revision = [] { return std::uint64_t{1}; };
  Metrics metrics(sources);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 100; ++n) metrics.record(search(), {}, microseconds(n));
    });
  metrics.text();
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(metrics.text(), HasSubstr("assay_requests_total{code=\"OK\",verb=\"search\"} 400\n"));
}

}  // namespace
}  // namespace assay::searchd
