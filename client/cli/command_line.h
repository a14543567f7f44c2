// From arguments to an exit code: finds the verb, parses its flags, runs it, reports what fails.
#pragma once

#include <string>
#include <vector>

#include "client/cli/verb.h"

namespace assay::cli {

// `arguments` without the program's name. Writes to standard output and standard error. Never throws.
Exit run(const std::vector<std::string>& arguments);

}  // namespace assay::cli
