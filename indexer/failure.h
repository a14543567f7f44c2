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

// Makes the process end with a message and its exit code where an error of the system makes a library call
// std::terminate: Xapian's commit throws from where nothing may be thrown when a write fails at the wrong
// moment. The index is as after a kill, which is as of the last commit. `place` as above. Other causes abort
// as ever. Once, by the main thread.
void end_cleanly_on_terminate(const std::filesystem::path& place);

}  // namespace assay::indexer
