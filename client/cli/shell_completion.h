// How a line of the shell may go on.
#pragma once

#include <string>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

// Commands behind ':', values of a facet behind its name, and otherwise words of the index and names of
// fields. The daemon is asked. Throws Error.
std::vector<std::string> completions(Client& client, const std::string& before, const std::string& word);

}  // namespace assay::cli
