// Variables of the environment for the length of a test.
#pragma once

#include <optional>
#include <string>

namespace assay::tests {

// Sets a variable, and sets it back at the end. Not thread-safe, as the environment is not.
class Variable {
 public:
  Variable(std::string name, const std::string& value);
  ~Variable();
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  std::string name_;
  std::optional<std::string> before_;
};

}  // namespace assay::tests
