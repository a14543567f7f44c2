// Grades that tell how many, or what share of several things, got them.
#pragma once

#include "indexer/extract/grade_context.h"

namespace assay::extract::grade {

// "14 had been rated good", "84 per cent of the homes that the council pays for", "one council was found
// inadequate".
bool is_count(const Context& context, TokenRange at);

// "Most councils were rated good"; not "one of few councils that were".
bool is_of_many(const Context& context, TokenRange at);

// "Few councils were rated good, and Bury is now among them": it joins those that are counted.
bool is_joined(const Context& context, TokenRange at);

// "These have all been rated good": several things, named in the sentence before, and not as councils.
bool is_of_several(const Context& context, TokenRange at);

}  // namespace assay::extract::grade
