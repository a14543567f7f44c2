// Counts over time in one line.
#pragma once

#include <cstddef>
#include <string>

#include "client/assay.h"

namespace assay::cli {

// "2024-01 ▁▃ █▂ 2025-10": a block for each bucket, blank for none, the highest for the most; buckets are
// taken together until their line has at most `width` columns. Empty for fewer than two buckets.
std::string spark_line(const DateHistogram& histogram, std::size_t width);

}  // namespace assay::cli
