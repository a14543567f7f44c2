// How pivot writes its answer.
#pragma once

#include <span>

#include "client/assay.h"
#include "client/cli/format.h"

namespace assay::cli {

std::span<const Format<PivotReply>* const> pivot_formats();

}  // namespace assay::cli
