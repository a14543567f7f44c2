// A pager between us and the terminal.
#pragma once

#include <sys/types.h>

#include <string>

namespace assay::cli {

// $ASSAY_PAGER, or else `setting`, $PAGER or "less -FRX"; empty where none is wanted, or the last is not
// there.
std::string pager_command(const std::string* setting);

// From its making to its end standard output goes to the pager; its end waits until the user has seen enough.
// Ctrl-C is the pager's meanwhile. Not for more than one thread.
class Pager {
 public:
  // An empty command is no pager.
  explicit Pager(const std::string& command);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  pid_t pid_ = -1;
  int terminal_ = -1;
  void (*interrupted_)(int) = nullptr;
};

}  // namespace assay::cli
