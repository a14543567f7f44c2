#include "tests/query/placement.h"

#include <algorithm>
#include <utility>

namespace assay::tests {
namespace {

struct Placed {
  std::size_t begin, end;
};

class Placement {
 public:
  Placement(const std::vector<Run>& runs, std::size_t window, bool ordered)
      : runs_(runs), window_(window), ordered_(ordered) {}

  // Whether the runs that are not placed yet fit beside those that are, which lie in [begin, end).
  bool completes(std::size_t begin, std::size_t end) {
    if (placed_.size() == runs_.size()) return true;
    const Run& run = runs_[placed_.size()];
    const std::size_t first = ordered_ ? end : end - std::min(end, window_);
    for (auto at = std::lower_bound(run.starts.begin(), run.starts.end(), first); at != run.starts.end();
         ++at) {
      if (*at + run.length > begin + window_) return false;
      if (!is_free(*at, *at + run.length)) continue;
      placed_.push_back({*at, *at + run.length});
      if (completes(std::min(begin, *at), std::max(end, *at + run.length))) return true;
      placed_.pop_back();
    }
    return false;
  }

  bool any() {
    const Run& run = runs_.front();
    return std::any_of(run.starts.begin(), run.starts.end(), [&](std::size_t at) {
      placed_ = {{at, at + run.length}};
      return completes(at, at + run.length);
    });
  }

 private:
  bool is_free(std::size_t begin, std::size_t end) const {
    return std::none_of(placed_.begin(), placed_.end(),
                        [&](const Placed& other) { return begin < other.end && other.begin < end; });
  }

  const std::vector<Run>& runs_;
  const std::size_t window_;
  const bool ordered_;
  std::vector<Placed> placed_;
};

}  // namespace

bool fit(const std::vector<Run>& runs, std::size_t window, bool ordered) {
  return Placement(runs, window, ordered).any();
}

}  // namespace assay::tests
