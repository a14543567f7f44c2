#include "tests/config/environment.h"

#include <cstdlib>
#include <utility>

namespace assay::tests {

Variable::Variable(std::string name, const std::string& value) : name_(std::move(name)) {
  if (const char* const before = std::getenv(name_.c_str())) before_ = before;
  ::setenv(name_.c_str(), value.c_str(), 1);
}

Variable::~Variable() { before_ ? ::setenv(name_.c_str(), before_->c_str(), 1) : ::unsetenv(name_.c_str()); }

}  // namespace assay::tests
