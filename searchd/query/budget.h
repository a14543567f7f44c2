// What the operands of one query have cost so far, held against limits.h.
#pragma once

#include <cstddef>

#include "searchd/query/ast.h"

namespace assay::query {

class Budget {
 public:
  // Throws QueryError when `leaf` is past a limit by itself or with what was spent before it.
  void spend(const Node& leaf);

 private:
  std::size_t terms_ = 0;
  std::size_t prefixes_ = 0;
};

}  // namespace assay::query
