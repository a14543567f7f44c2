#include "searchd/engine/lifts.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

double Freshness::weight(const std::string& day) const {
  const unsigned long number = std::stoul(day);
  const std::chrono::sys_days date = std::chrono::year(static_cast<int>(number / 10000)) /
                                     static_cast<int>(number / 100 % 100) / static_cast<int>(number % 100);
  const double age = std::max(0.0, static_cast<double>((today - date).count()));
  return most * std::exp2(-age / half_life);
}

}  // namespace assay::engine
