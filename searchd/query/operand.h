// The operands of a query, read from its text: words, phrases, `field:value`.
#pragma once

#include <set>
#include <string>

#include "searchd/query/ast.h"
#include "searchd/query/cursor.h"

namespace assay::query {

// Reads the operand at the cursor, which stands on text (Cursor::text_stands), and moves behind it. Null
// when it holds no word. `facets` as in parse.
NodePtr read_operand(Cursor& cursor, const std::set<std::string>& facets);

}  // namespace assay::query
