// Query text -> tree. Total: any text that stays within the limits is a query; what is no operator is text,
// and a note says so where that may surprise. Iterative: the depth of the text costs no stack.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/query/ast.h"
#include "searchd/query/error.h"

namespace assay::query {

struct Parsed {
  NodePtr root;
  std::vector<Note> notes;
};

// `facets` are the names that a field may have besides text, title, date, since and until; "foo:bar" with
// another name is text. Throws QueryError past a limit of limits.h.
Parsed parse(std::string_view text, const std::set<std::string>& facets);

}  // namespace assay::query
