#include "client/backoff.h"

#include <gtest/gtest.h>

#include <set>

namespace assay::client {
namespace {

using std::chrono::milliseconds;

Error broken(milliseconds retry_after = milliseconds(0)) {
  Error error(ErrorKind::kConnect, "broken");
  error.retryable = true;
  error.retry_after = retry_after;
  return error;
}

TEST(Backoff, PausesGrowAndEndWithTheTime) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    Backoff backoff(milliseconds(10'000), seed);
    const Clock::time_point begin = Clock::now();
    Clock::time_point now = begin;
    milliseconds longest = Backoff::kFirst;
    int tries = 0;
    while (const auto pause = backoff.next(broken(), now)) {
      EXPECT_GE(pause->count(), 0);
      EXPECT_LE(*pause, longest);
      now += *pause + milliseconds(1);
      longest = std::min(2 * longest, Backoff::kLongest);
      ++tries;
    }
    EXPECT_GE(now - begin, milliseconds(10'000));
    EXPECT_LE(now - begin, milliseconds(10'001));
    EXPECT_GT(tries, 5);
  }
}

TEST(Backoff, ChanceKeepsClientsApart) {
  const Clock::time_point now = Clock::now();
  std::set<milliseconds> pauses;
  for (std::uint32_t seed = 0; seed < 50; ++seed)
    pauses.insert(*Backoff(milliseconds(1'000), seed).next(broken(), now));
  EXPECT_GT(pauses.size(), 10U);
}

TEST(Backoff, WhatTheDaemonAsksForIsTheLeast) {
  const Clock::time_point now = Clock::now();
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    Backoff backoff(milliseconds(1'000), seed);
    EXPECT_GE(*backoff.next(broken(milliseconds(700)), now), milliseconds(700));
    EXPECT_EQ(backoff.next(broken(milliseconds(700)), now + milliseconds(301)), std::nullopt);
  }
}

TEST(Backoff, WithoutTimeThereIsNoSecondTry) {
  EXPECT_EQ(Backoff(milliseconds(0), 1).next(broken(), Clock::now()), std::nullopt);
}

TEST(Backoff, AnErrorThatStaysIsNotTriedAgain) {
  EXPECT_EQ(Backoff(milliseconds(1'000), 1).next(Error(ErrorKind::kInvalid, "no"), Clock::now()),
            std::nullopt);
}

TEST(Backoff, ASuccessBeginsAnew) {
  const Clock::time_point now = Clock::now();
  Backoff backoff(milliseconds(1'000), 1);
  ASSERT_TRUE(backoff.next(broken(), now));
  EXPECT_FALSE(backoff.next(broken(), now + milliseconds(1'000)));
  backoff.reset();
  const auto pause = backoff.next(broken(), now + milliseconds(5'000));
  ASSERT_TRUE(pause);
  EXPECT_LE(*pause, Backoff::kFirst);
}

}  // namespace
}  // namespace assay::client
