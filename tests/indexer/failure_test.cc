#include "indexer/failure.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <exception>

#include "indexer/exit_code.h"

namespace assay::indexer {
namespace {

[[noreturn]] void terminate_after(int error) {
  end_cleanly_on_terminate("some/index");
  errno = error;
  std::terminate();
}

TEST(FailureDeathTest, AnErrorOfTheDiskThatTerminatesEndsWithItsMessage) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(terminate_after(ENOSPC), testing::ExitedWithCode(kNoResource),
              "assay-indexer: some/index: No space left on device; free some room on the disk of some/index");
  EXPECT_EXIT(terminate_after(EIO), testing::ExitedWithCode(kNoResource), "may be failing");
}

TEST(FailureDeathTest, WhateverElseTerminatesAborts) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(terminate_after(0), testing::KilledBySignal(SIGABRT), "");
}

}  // namespace
}  // namespace assay::indexer
