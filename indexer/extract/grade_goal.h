// Grades that are hoped for, missed, feared or asked after.
#pragma once

#include "indexer/extract/grade_context.h"

namespace assay::extract::grade {

// "Aims to be rated good", "needed 63 per cent to be good", "could be judged inadequate".
bool is_goal(const Context& context, TokenRange at);

// "Whether the council is outstanding or not", "Is it good?"
bool is_asked(const Context& context, TokenRange at);

}  // namespace assay::extract::grade
