// The one place where exceptions become a message and an exit code.
#pragma once

#include <filesystem>
#include <string>

namespace assay::indexer {

struct Failure {
  int exit_code;
  std::string message;
  bool is_no_space = false;  // what fails now may go well once there is room on the disk
};

// To be called inside a catch block. `place`: the folder that was worked on, which a message names where what
// was thrown does not.
Failure translate_current_exception(const std::filesystem::path& place);

}  // namespace assay::indexer
