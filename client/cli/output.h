// Standard output and standard error.
#pragma once

#include <stdexcept>
#include <string_view>

namespace assay::cli {

// Whoever read our output has seen enough; no failure.
class ClosedPipe : public std::exception {};

// The output could not be written (a full disk).
class OutputError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Writes all of it at once, unbuffered. SIGPIPE must be ignored. Throws ClosedPipe and OutputError.
void write_output(std::string_view text);

// Writes to standard error as well as it can: there is nobody to tell when that fails.
void write_error(std::string_view text);

}  // namespace assay::cli
