// Why a grade in a sentence is no verdict on a council: the one place of all such reasons.
#pragma once

#include <string>

#include "indexer/extract/grade_context.h"

namespace assay::extract::grade {

// In words for people; empty for a grade that is a verdict on a council.
std::string refusal(const Context& context, TokenRange at);

}  // namespace assay::extract::grade
