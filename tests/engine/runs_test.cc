#include "searchd/engine/runs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace assay::engine {
namespace {

TEST(Runs, RunsStandApartWithinTheWindow) {
  // "a b" at 1, "c" at 5: words 1 to 5.
  EXPECT_TRUE(runs_fit({{1}, {5}}, {2, 1}, 5, true));
  EXPECT_FALSE(runs_fit({{1}, {5}}, {2, 1}, 4, true));
  EXPECT_FALSE(runs_fit({{5}, {1}}, {2, 1}, 9, true));
  EXPECT_TRUE(runs_fit({{5}, {1}}, {2, 1}, 6, false));
  EXPECT_FALSE(runs_fit({{1}, {2}}, {2, 1}, 9, false));  // they share a word
  EXPECT_FALSE(runs_fit({{1}, {}}, {2, 1}, 9, false));
}

// Against trying every choice of starts in every order.
TEST(Runs, EqualsBruteForce) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t count = 2 + random() % 2;
    std::vector<Positions> starts(count);
    std::vector<std::size_t> lengths(count);
    for (std::size_t i = 0; i < count; ++i) {
      lengths[i] = 1 + random() % 3;
      for (Xapian::termpos at = 1; at < 12; ++at)
        if (random() % 4 == 0) starts[i].push_back(at);
    }
    const auto window = static_cast<unsigned>(2 + random() % 9);
    const bool ordered = random() % 2 == 0;
    bool expected = false;
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    do {
      const auto place = [&](auto&& self, std::size_t k, Xapian::termpos first, Xapian::termpos end) -> bool {
        if (k == count) return end - first <= window;
        for (const Xapian::termpos at : starts[order[k]]) {
          if (k > 0 && at < end) continue;
          if (self(self, k + 1, k == 0 ? at : first, at + static_cast<Xapian::termpos>(lengths[order[k]])))
            return true;
        }
        return false;
      };
      expected |= place(place, 0, 0, 0);
    } while (!ordered && std::next_permutation(order.begin(), order.end()));
    ASSERT_EQ(runs_fit(starts, lengths, window, ordered), expected) << round;
  }
}

}  // namespace
}  // namespace assay::engine
