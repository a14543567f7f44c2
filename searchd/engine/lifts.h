// What lifts matches in the order by relevance beside the words of the query. Lifts find nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assay::engine {

// Terms that are weighed as one, and how much of the whole weight counts.
struct Share {
  std::vector<std::string> terms;  // not empty
  double factor = 1;
};

// Lifts by date: an article of today by `most`, one `half_life` days older by half of that, and so on; one
// without a date not at all.
struct Freshness {
  double most = 0;
  std::uint32_t half_life = 1;  // days
  std::chrono::sys_days today;

  // `day` is YYYYMMDD.
  double weight(const std::string& day) const;
};

struct Lifts {
  std::vector<Share> words;
  std::optional<Freshness> freshness;
};

}  // namespace assay::engine
