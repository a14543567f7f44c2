// The words that a grade is said of, as its sentence is built: "most of the council's own homes had been
// rated Good", "the CQC rated 12 of its sites good".
#pragma once

#include "indexer/extract/grade_context.h"

namespace assay::extract::grade {

// Whether subject or object of the grade's verb is a number of things, a thing that a council only runs, or a
// part of what it does.
bool is_of_other_subject(const Context& context, TokenRange at);

// "From a council that the CQC rated outstanding": one that is not named, and not the one that is.
bool is_of_unnamed_council(const Context& context, TokenRange at);

}  // namespace assay::extract::grade
