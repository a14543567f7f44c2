// Runs of words in a window, by trying: no cleverer than what the language promises.
#pragma once

#include <cstddef>
#include <vector>

namespace assay::tests {

// Words side by side in one article.
struct Run {
  std::vector<std::size_t> starts;  // where it stands, sorted
  std::size_t length = 1;
};

// Whether the runs can stand at once, none over another, within a window of so many words; ordered: each
// behind the one before it.
bool fit(const std::vector<Run>& runs, std::size_t window, bool ordered);

}  // namespace assay::tests
