// Grades that are told without a word for grading: "called its care Good", "'Good', it says on the cover".
#pragma once

#include "indexer/extract/grade_context.h"

namespace assay::extract::grade {

// Whether the sentence tells the grade at `at` in one of these ways. Who is graded is not looked at.
bool is_told(const Context& context, TokenRange at);

// Of these: "well enough to be called "good", the Commission has concluded".
bool is_concluded(const Context& context, TokenRange at);

}  // namespace assay::extract::grade
