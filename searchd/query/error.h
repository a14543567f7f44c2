#pragma once

#include <stdexcept>
#include <string>

#include "searchd/query/ast.h"

namespace assay::query {

// The query is refused: it passes a limit, or a filter names something the index does not have.
class QueryError : public std::runtime_error {
 public:
  QueryError(const std::string& message, Span where) : std::runtime_error(message), span(where) {}
  Span span;  // of the query text
};

// Something its author should know about how a query was understood; never an error.
struct Note {
  std::string text;
  Span span;
};

}  // namespace assay::query
