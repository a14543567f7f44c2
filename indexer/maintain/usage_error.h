// The command cannot be carried out as it was worded.
#pragma once

#include <stdexcept>

namespace assay::maintain {

// The message says what is wrong and what to do. Nothing was changed.
class UsageError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace assay::maintain
