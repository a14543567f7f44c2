// Grades that the rater did not give to the council: others gave them, or others got them.
#pragma once

#include "indexer/extract/grade_context.h"

namespace assay::extract::grade {

// "Ofsted rated the council good", "peers told the council that its care is good": without the Commission
// before the grade or in its clause.
bool is_by_other(const Context& context, TokenRange at);

// Whether the sentence names the Commission.
bool names_commission(const Context& context);

// Whether the sentence speaks of adults.
bool names_adults(const Context& context);

// "A council whose scores come to 63 per cent is rated good": any council, no one.
bool is_of_any_council(const Context& context, TokenRange at);

// "From inadequate to outstanding": the ends of the scale.
bool spans_scale(const Context& context);

// "Caremore, which the watchdog rates outstanding", "the canteen at the council": by its name, or by where it
// is, something else.
bool is_of_other_thing(const Context& context, TokenRange at);

// "A home that belongs to the council", "the firm used by the council": the tokens that name only whose the
// thing before them is.
TokenRange owner(const Context& context);

}  // namespace assay::extract::grade
