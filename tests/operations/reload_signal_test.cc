#include "searchd/reload_signal.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <semaphore>

namespace assay::searchd {
namespace {

TEST(ReloadSignal, IsHeardEachTime) {
  std::counting_semaphore<> calls(0);
  const ReloadSignal signal([&] { calls.release(); });
  for (int i = 0; i < 3; ++i) {
    ASSERT_EQ(::kill(::getpid(), SIGHUP), 0);
    calls.acquire();
  }
}

TEST(ReloadSignal, EndsWithoutACall) {
  int calls = 0;
  {
    const ReloadSignal signal([&] { ++calls; });
  }
  EXPECT_EQ(calls, 0);
}

TEST(ReloadSignal, LeavesTheSignalAsItWas) {
  {
    const ReloadSignal signal([] {});
  }
  EXPECT_EXIT(::raise(SIGHUP), testing::KilledBySignal(SIGHUP), "");
}

}  // namespace
}  // namespace assay::searchd
