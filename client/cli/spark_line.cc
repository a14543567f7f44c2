#include "client/cli/spark_line.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace assay::cli {
namespace {

constexpr std::array<std::string_view, 9> kBlocks = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

// At least the lowest block for what is there at all.
std::string_view block(std::uint64_t count, std::uint64_t most) {
  const std::uint64_t steps = kBlocks.size() - 1;
  return kBlocks[count == 0 ? 0 : std::max<std::uint64_t>(1, count * steps / most)];
}

}  // namespace

std::string spark_line(const DateHistogram& histogram, std::size_t width) {
  if (histogram.buckets.size() < 2) return {};
  const std::string& first = histogram.buckets.front().label;
  const std::string& last = histogram.buckets.back().label;
  const std::size_t taken = first.size() + last.size() + 2;
  if (width <= taken) return {};
  const std::size_t together = (histogram.buckets.size() + width - taken - 1) / (width - taken);
  std::vector<std::uint64_t> counts((histogram.buckets.size() + together - 1) / together);
  for (std::size_t i = 0; i < histogram.buckets.size(); ++i)
    counts[i / together] += histogram.buckets[i].count;
  const std::uint64_t most = std::max<std::uint64_t>(1, std::ranges::max(counts));
  std::string line = first + ' ';
  for (const std::uint64_t count : counts) line += block(count, most);
  return line + ' ' + last;
}

}  // namespace assay::cli
