// A program on a terminal of its own.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "tests/process.h"

namespace assay::tests {

class Terminal {
 public:
  // `arguments` begin with the program's path; `environment` is all that the program has.
  Terminal(const std::vector<std::string>& arguments, const Environment& environment, unsigned short columns);
  ~Terminal();  // kills what still runs
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void type(const std::string& keys) const;
  void resize(unsigned short columns) const;
  // Reads until `text` was shown, and gives what was shown since the last reading. Throws when the program
  // ends before that or shows nothing for a minute.
  std::string read_until(const std::string& text);
  // All that is still shown, once the program has ended.
  std::string read_all();
  // The exit code, or 128 + the signal. Reads what is still shown.
  int wait();

 private:
  bool read_more();

  int terminal_ = -1;
  pid_t pid_ = -1;
  std::string shown_;
};

// The text without colours, hyperlinks and carriage returns.
std::string plain(const std::string& shown);

}  // namespace assay::tests
