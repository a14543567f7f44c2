#include "bench/load/load.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <utility>

#include "bench/load/report.h"
#include "tests/client/fake_daemon.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

using bench::LoadOptions;
using bench::LoadResult;
using bench::run_load;
using std::chrono::milliseconds;

std::string ok(std::uint64_t id) {
  v1::Envelope answer;
  answer.set_id(id);
  answer.mutable_search_reply()->set_total(1);
  return frame(answer);
}

std::string refused(std::uint64_t id, std::uint32_t retry_after_ms = 0) {
  v1::Envelope answer;
  answer.set_id(id);
  answer.mutable_status()->set_code(v1::CODE_RESOURCE_EXHAUSTED);
  if (retry_after_ms > 0)
    answer.mutable_status()->add_details()->mutable_retry_info()->set_retry_after_ms(retry_after_ms);
  return frame(answer);
}

LoadOptions brief() {
  LoadOptions options;
  options.clients = 1;
  options.warm_up = milliseconds(20);
  options.duration = milliseconds(200);
  return options;
}

class LoadTest : public testing::Test {
 protected:
  Endpoint endpoint() const { return {.path = (folder_.path() / "daemon").string()}; }

  TempFolder folder_;
};

TEST_F(LoadTest, AClosedLoopHasOneRequestInFlight) {
  const FakeDaemon daemon(
      endpoint(), after_greeting([](const v1::Envelope& request) {
        return Reaction{.bytes = request.id() % 3 == 0 ? refused(request.id()) : ok(request.id())};
      }));
  LoadResult result = run_load(daemon.endpoint(), bench::built_in_mix(), brief());
  EXPECT_GT(result.asked, 10u);
  EXPECT_GT(result.outcomes["RESOURCE_EXHAUSTED"], 0u);
  EXPECT_EQ(result.outcomes["OK"] + result.outcomes["RESOURCE_EXHAUSTED"], result.asked);
  EXPECT_EQ(result.latency.count(), result.outcomes["OK"]);
  EXPECT_GT(result.ok_a_second, 0);
}

TEST_F(LoadTest, AClosedLoopWaitsAsLongAsARefusalAsks) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const v1::Envelope& request) {
                            return Reaction{.bytes = refused(request.id(), 50)};
                          }));
  const LoadResult result = run_load(daemon.endpoint(), bench::built_in_mix(), brief());
  EXPECT_GT(result.asked, 0u);
  EXPECT_LE(result.asked, 4u);  // 200 ms hold no more
}

TEST_F(LoadTest, AnOpenLoopAsksWithoutAwaitingAnswersAndCountsTheWait) {
  constexpr std::uint64_t kHeldBack = 5;
  std::string answers;  // the daemon's thread alone uses it
  const FakeDaemon daemon(
      endpoint(), after_greeting([&](const v1::Envelope& request) {
        answers += ok(request.id());
        return request.id() % kHeldBack == 0 ? Reaction{.bytes = std::exchange(answers, {})} : Reaction{};
      }));
  LoadOptions options = brief();
  options.rate = 100;
  options.arrivals = bench::Arrivals::kUniform;
  options.deadline_ms = 1;  // so that those for which no fifth one comes are not awaited for long
  LoadResult result = run_load(daemon.endpoint(), bench::built_in_mix(), options);
  EXPECT_NEAR(static_cast<double>(result.asked), 20, 1);
  EXPECT_EQ(result.outcomes["OK"] + result.outcomes["UNANSWERED"], result.asked);
  // The first of five was meant four gaps earlier than the fifth, whose coming let it be answered.
  EXPECT_GE(result.latency.max(), milliseconds(40));
}

TEST_F(LoadTest, ABrokenConnectionIsToldOf) {
  const FakeDaemon daemon(endpoint(), after_greeting([](const v1::Envelope& request) {
                            return Reaction{.bytes = ok(request.id()), .hang_up = request.id() > 5};
                          }));
  EXPECT_THROW(run_load(daemon.endpoint(), bench::built_in_mix(), brief()), std::runtime_error);
}

TEST_F(LoadTest, WithoutADaemonItSaysSo) {
  EXPECT_THROW(run_load(endpoint(), bench::built_in_mix(), brief()), std::runtime_error);
}

TEST(LoadReport, NamesWhatWasNotOk) {
  LoadResult result;
  result.asked = 3;
  result.outcomes = {{"OK", 1}, {"DEADLINE_EXCEEDED", 2}};
  result.latency.add(std::chrono::microseconds(1500));
  result.idle = {.kib_before = 1'000, .kib_with = 2'000, .left = 10};
  LoadOptions options;
  options.idle = 10;
  const std::string row = bench::table_row(options, result);
  EXPECT_NE(row.find("DEADLINE_EXCEEDED 2"), std::string::npos) << row;
  EXPECT_NE(row.find("100.00 KiB each"), std::string::npos) << row;
  const std::string json = bench::json(options, result);
  EXPECT_NE(json.find("\"outcomes\":{\"DEADLINE_EXCEEDED\":2,\"OK\":1}"), std::string::npos) << json;
  EXPECT_NE(json.find("\"mode\":\"closed\""), std::string::npos) << json;
  EXPECT_EQ(json.find('\n'), std::string::npos);
}

}  // namespace
}  // namespace assay::tests
