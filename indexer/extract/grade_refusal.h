// Why a grade in a sentence is no verdict on a council: the one place of all such reasons.
#pragma once

#include <string>

#include "indexer/extract/grade_context.h"

namespace assay::extract::grade {

// Reasons that others ask for. The first is how such a reason begins.
inline const std::string kOfElse = "said of something else";
inline const std::string kByOther = "somebody else's judgement";
inline const std::string kNoAssessment = "the article speaks of no assessment of a council";
inline const std::string kOfAny = "said of any council";
inline const std::string kEarlier = "an earlier grade";

// In words for people; empty for a grade that is a verdict on a council.
std::string refusal(const Context& context, TokenRange at);

}  // namespace assay::extract::grade
