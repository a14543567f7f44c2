// What is wrong with a file or with one article in it, in words for the user.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace assay::read {

// Thrown by the readers of this folder and turned into a Problem where the path is known. The reason goes
// on from the name of the file: "is empty", "holds no text".
class ReadError : public std::runtime_error {
 public:
  explicit ReadError(const std::string& reason, std::size_t line = 0)
      : std::runtime_error(reason), line_(line) {}

  std::size_t line() const { return line_; }  // from 1; 0: the file as a whole

 private:
  std::size_t line_;
};

}  // namespace assay::read
