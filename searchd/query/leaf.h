// Leaves of the tree from pieces of query text, by the words that the analyzer finds in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searchd/query/ast.h"

namespace assay::query {

// All of the text as a number; nothing when it is none. One too large is the largest there is.
std::optional<unsigned> parse_number(std::string_view text);

// Each gives null when the text holds no word, or no date. `field` as in Node.

// A piece without spaces: a word, or the phrase of its words ("24/7"). Exact: as after "=".
NodePtr chunk_leaf(std::string_view chunk, const std::string& field, bool exact, Span span);

// What stands between quotes; `slack` is the n of "..."~n.
NodePtr phrase_leaf(std::string_view content, const std::string& field, unsigned slack, Span span);

// The value of date: ("since..until", or one date for both), since: or until:.
NodePtr date_leaf(std::string_view content, const std::string& field, Span span);

}  // namespace assay::query
