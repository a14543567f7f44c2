// Runs the real programs: to their end, or as daemons that die with the test.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <vector>

namespace assay::tests {

struct Finished {
  int exit_code = -1;  // 128 + signal if one ended it
  std::string out, err;
};

using Environment = std::map<std::string, std::string>;
inline const std::string kUnset = "\x01";  // as a variable's value: it is taken out

// Where standard output goes, if not to a file descriptor of the test's.
inline constexpr int kCollected = -1;  // it can be read here
inline constexpr int kClosed = -2;     // there is none

// A running program. Standard error goes to a file of its own.
class Process {
 public:
  // `arguments` begin with the program's path. `environment` is added to ours.
  explicit Process(const std::vector<std::string>& arguments, const Environment& environment = {},
                   int output = kCollected);
  ~Process();  // kills what still runs
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // The next line of standard output, without its end; waits for it. Empty when the output has ended.
  std::string read_line();
  void send_signal(int signal) const;
  pid_t pid() const { return pid_; }
  // Waits for the end; gives what standard output held beyond the lines read.
  Finished wait();

 private:
  pid_t pid_ = -1;
  int out_ = -1;
  std::string buffered_;
  std::string err_path_;
};

Finished run(const std::vector<std::string>& arguments, const Environment& environment = {});

}  // namespace assay::tests
