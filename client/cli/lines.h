// Lines of a file descriptor, each as soon as it is there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "client/assay.h"

namespace assay::cli {

// Not thread-safe.
class Lines {
 public:
  static constexpr std::size_t kMaxBytes = 1 << 20;  // of a line

  // `stop`, if raised, ends the lines.
  Lines(int fd, const Interrupt& stop) : fd_(fd), stop_(stop) {}

  // The next line, without its end; nothing behind the last. Throws Error(kInvalid) for a line that is too
  // long, and std::system_error.
  std::optional<std::string> next();

 private:
  // False when there is no more.
  bool read_more();

  int fd_;
  const Interrupt& stop_;
  std::string buffer_;
  std::size_t begin_ = 0;
};

}  // namespace assay::cli
