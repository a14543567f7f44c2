// The values that the daemon knows, for the completion of command lines.
#pragma once

#include <string>
#include <vector>

#include "usage/complete.h"

namespace assay::cli {

// Asks the daemon that `arguments`, a command line that is not finished, and the environment name. There are
// no values where it is not up, or does not answer at once. `arguments` must outlive what is returned.
usage::ValuesOf values_of_daemon(const std::vector<std::string>& arguments);

}  // namespace assay::cli
