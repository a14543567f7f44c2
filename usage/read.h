// From the parser of a command line to what it takes.
#pragma once

#include <string>
#include <vector>

#include "usage/program.h"

namespace CLI {
class App;
}

namespace assay::usage {

// The flags of `app`, in the order of its help. Those of its parent are among them where it takes them too.
std::vector<Flag> flags_of(const CLI::App& app);

// A subcommand whose flags and positionals `app` parses.
Command command_of(const CLI::App& app);

}  // namespace assay::usage
