// Whether the words around a grade make it one that is told, and not a plain word.
#pragma once

#include "indexer/extract/grade_context.h"

namespace assay::extract::grade {

// "rated good", "a 'good' rating", "adult care requires improvement"; not "good work".
bool is_announced(const Context& context, TokenRange at);

}  // namespace assay::extract::grade
