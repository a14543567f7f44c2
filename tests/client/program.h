// Runs the program `assay` as a shell would.
#pragma once

#include <string>
#include <vector>

#include "tests/process.h"

namespace assay::tests {

// `environment` is added to ours, less the variables that the program looks at.
inline Finished run_program(std::vector<std::string> arguments, Environment environment = {},
                            int output = kCollected) {
  environment.try_emplace("XDG_CONFIG_HOME", "/nonexistent");
  for (const char* name : {"ASSAY_SERVER", "ASSAY_CA", "ASSAY_TOKEN_FILE", "ASSAY_PROFILE", "COLUMNS",
                           "NO_COLOR", "XDG_RUNTIME_DIR"})
    environment.try_emplace(name, kUnset);
  arguments.insert(arguments.begin(), ASSAY_PROGRAM);
  return Process(arguments, environment, output).wait();
}

}  // namespace assay::tests
