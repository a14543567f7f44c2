// The one place where exceptions become a message and an exit code.
#pragma once

#include <string>

namespace assay::indexer {

struct Failure {
  int exit_code;
  std::string message;
};

// To be called inside a catch block.
Failure translate_current_exception();

}  // namespace assay::indexer
