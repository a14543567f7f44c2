// How similar writes its answer.
#pragma once

#include <span>

#include "client/assay.h"
#include "client/cli/format.h"

namespace assay::cli {

std::span<const Format<SimilarReply>* const> similar_formats();

}  // namespace assay::cli
