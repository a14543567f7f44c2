#include "searchd/snapshot/by_document.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace assay::snapshot {
namespace {

using Numbers = ByDocument<std::uint32_t>;

TEST(ByDocument, IsZeroUntilWritten) {
  Numbers numbers(5'000);
  numbers[4'999] = 7;
  const Numbers moved = std::move(numbers);
  EXPECT_EQ(moved.size(), 5'000u);
  EXPECT_EQ(moved[4'999], 7u);
  EXPECT_EQ(std::ranges::count(moved.all(), 0u), 4'999);
}

TEST(ByDocument, MayBeEmpty) {
  EXPECT_TRUE(Numbers().all().empty());
  EXPECT_TRUE(Numbers(0).all().empty());
}

TEST(ByDocument, TakesMemoryForWhatWasWrittenAlone) {
  constexpr std::size_t kSize = 4'000'000;
  Numbers numbers(kSize);
  numbers[1] = numbers[kSize / 2] = 1;
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t bytes = kSize * sizeof(std::uint32_t);
  std::vector<unsigned char> resident((bytes + page - 1) / page);
  ASSERT_EQ(::mincore(&numbers[0], bytes, resident.data()), 0);
  // A large page may come instead of a small one.
  EXPECT_LE(std::ranges::count_if(resident, [](unsigned char each) { return (each & 1) != 0; }),
            2 * static_cast<std::ptrdiff_t>((std::size_t{2} << 20) / page));
}

}  // namespace
}  // namespace assay::snapshot
