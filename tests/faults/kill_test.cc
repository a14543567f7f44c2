// The indexer is killed at each of many calls that change the disk: before it, after it, and with half of it
// done. ASSAY_FAULT_POINTS says at how many for each kind of work.
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <random>

#include "tests/faults/stage.h"

namespace assay::tests {
namespace {

class Killed : public testing::TestWithParam<Work> {};

TEST_P(Killed, LosesNothingAndBreaksNothing) {
  const Stage stage(GetParam());
  const char* const ways[] = {"killed-before", "killed-amid", "killed-after"};
  std::size_t way = 0;
  for (const long at : spread(stage.calls(), long_form("ASSAY_FAULT_POINTS", 5))) {
    const Fault fault{at, ways[way++ % std::size(ways)]};
    SCOPED_TRACE(fault.how + " call " + std::to_string(at) + " of " + std::to_string(stage.calls()));
    stage.reset();
    const Finished killed = stage.run(fault);
    ASSERT_EQ(killed.exit_code, 128 + SIGKILL) << killed.err;
    stage.expect_whole(killed);
    stage.expect_next_run_completes();
  }
}

// At random moments, those between two calls included. ASSAY_FAULT_KILLS says at how many for each kind of
// work.
TEST_P(Killed, AtAnyMomentLosesNothing) {
  const Stage stage(GetParam());
  stage.reset();
  const auto began = std::chrono::steady_clock::now();
  stage.run({});
  const auto took = std::chrono::steady_clock::now() - began;
  std::mt19937 random(7);
  std::uniform_int_distribution<long> moment(1, std::chrono::ceil<std::chrono::microseconds>(took).count());
  for (long kill = long_form("ASSAY_FAULT_KILLS", 3); kill > 0; --kill) {
    Fault fault;
    fault.after_us = moment(random);
    SCOPED_TRACE("killed after " + std::to_string(fault.after_us) + " us");
    stage.reset();
    const Finished ended = stage.run(fault);
    EXPECT_TRUE(ended.exit_code == 128 + SIGKILL || ended.exit_code == 0) << ended.err;
    stage.expect_whole(ended);
    stage.expect_next_run_completes();
  }
}

INSTANTIATE_TEST_SUITE_P(Work, Killed, testing::ValuesIn(all_work()),
                         [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace assay::tests
