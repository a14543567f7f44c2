// How compare writes its answer.
#pragma once

#include <span>

#include "client/assay.h"
#include "client/cli/format.h"

namespace assay::cli {

std::span<const Format<Comparison>* const> compare_formats();

}  // namespace assay::cli
