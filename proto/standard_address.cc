#include "proto/standard_address.h"

#include <unistd.h>

#include <cstdlib>

namespace assay::proto {

std::string standard_address() {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  if (runtime != nullptr && *runtime != '\0') return std::string("unix:") + runtime + "/assay.sock";
  return "unix:/tmp/assay-" + std::to_string(::getuid()) + ".sock";
}

}  // namespace assay::proto
