#include "client/cli/crew.h"

#include <gmock/gmock.h>

#include <atomic>
#include <stdexcept>

namespace assay::cli {
namespace {

constexpr std::uint64_t kLines = 1'000;

std::vector<std::string> written_by(std::size_t threads, bool ordered) {
  const Interrupt stop;
  std::vector<std::string> written;
  const auto hire = [] { return [](const Crew::Job& job) { return job.line + "!"; }; };
  Crew crew({hire, [&](const std::string& text) { written.push_back(text); }, threads, ordered}, stop);
  for (std::uint64_t i = 1; i <= kLines; ++i) EXPECT_TRUE(crew.add({i, std::to_string(i)}));
  crew.finish();
  return written;
}

std::vector<std::string> expected() {
  std::vector<std::string> lines;
  for (std::uint64_t i = 1; i <= kLines; ++i) lines.push_back(std::to_string(i) + "!");
  return lines;
}

TEST(Crew, OrderedAnswersStandInTheOrderOfTheLines) {
  EXPECT_EQ(written_by(8, true), expected());
  EXPECT_EQ(written_by(1, false), expected());
}

TEST(Crew, EachLineIsAnsweredOnce) {
  EXPECT_THAT(written_by(8, false), testing::UnorderedElementsAreArray(expected()));
}

TEST(Crew, WhatAWriterThrowsEndsItAndIsToldAtTheEnd) {
  const Interrupt stop;
  const auto hire = [] { return [](const Crew::Job& job) { return job.line; }; };
  const auto write = [](const std::string&) { throw std::runtime_error("the disk is full"); };
  Crew crew({hire, write, 2, true}, stop);
  std::uint64_t number = 0;
  while (crew.add({++number, "x"})) ASSERT_LT(number, kLines);
  EXPECT_THROW(crew.finish(), std::runtime_error);
}

TEST(Crew, ALineThatTakesItsTimeHoldsBackBoundedlyMany) {
  const Interrupt stop;
  std::atomic<std::uint64_t> most_behind = 0, begun = 0, written = 0;
  const auto hire = [&] {
    return [&](const Crew::Job& job) {
      const std::uint64_t behind = ++begun - written;
      std::uint64_t before = most_behind;
      while (behind > before && !most_behind.compare_exchange_weak(before, behind)) continue;
      return job.line;
    };
  };
  Crew crew({hire, [&](const std::string&) { ++written; }, 4, true}, stop);
  for (std::uint64_t i = 1; i <= kLines; ++i) crew.add({i, "x"});
  crew.finish();
  EXPECT_EQ(written, kLines);
  EXPECT_LE(most_behind, 32U);
}

}  // namespace
}  // namespace assay::cli
