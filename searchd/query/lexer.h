// Query text -> tokens: operands as leaves of the tree, and the operators and parentheses between them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/query/ast.h"
#include "searchd/query/error.h"

namespace assay::query {

enum class TokenKind { kOperand, kOpen, kClose, kNot, kAnd, kOr, kNear };

struct Token {
  TokenKind kind = TokenKind::kOperand;
  Span span;
  // The operand. Of an operator that is a word (AND, NEAR/5): what it is where it joins nothing, text.
  // Null for parentheses and signs.
  NodePtr node = nullptr;
  unsigned distance = 0;  // kNear, at least 1
  bool ordered = false;   // kNear: it is ADJ
};

// Total, and throws nothing: the limits are for who takes the tokens (see budget.h). Behind the sign `-`
// there is always a token that can begin an operand. `facets` as in parse.
std::vector<Token> tokenise(std::string_view text, const std::set<std::string>& facets,
                            std::vector<Note>& notes);

}  // namespace assay::query
