// Why the engine could not answer. The one place where foreign exceptions become ours.
#pragma once

#include <stdexcept>
#include <string>

#include "searchd/query/ast.h"
#include "searchd/stop.h"

namespace assay::engine {

enum class FailureKind {
  kInvalid,  // the request is refused; `span` says where in the query
  kNotFound,
  kDeadline,
  kCancelled,
  kNoIndex,    // missing, or of another format
  kOvertaken,  // commits came faster than the work could be done; worth another try
  kDamaged,    // the index cannot be read
  kInternal,
};

class Failure : public std::runtime_error {
 public:
  Failure(FailureKind why, const std::string& message, query::Span where = {})
      : std::runtime_error(message), kind(why), span(where) {}
  FailureKind kind;
  query::Span span;
};

// Throws kDeadline or kCancelled when it is time to stop.
void check(const Stop& stop);

// To be called inside a catch block: what is being handled, as a Failure.
Failure translate_current_exception();

}  // namespace assay::engine
