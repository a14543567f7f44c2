// What the program's command line takes: put together here for who parses it, and as data for whoever
// describes it.
#pragma once

#include <string>

#include "indexer/commands.h"
#include "usage/program.h"

namespace assay::indexer {

// All flags and commands. `taxonomy_folder` is what --taxonomy is parsed into.
std::vector<Command> add_command_line(CLI::App& app, std::string& taxonomy_folder);

// All of it, for the manual page and for completion.
usage::Program program_description();

}  // namespace assay::indexer
