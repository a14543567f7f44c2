// What the program's command line takes: put together here for those who parse it, and as data for whoever
// describes it.
#pragma once

#include "client/cli/verb.h"
#include "usage/program.h"

namespace assay::cli {

// The flags before a verb.
void add_leading_flags(CLI::App& app, Session& session);

// A verb's flags, and those that all have. The action holds what the former are parsed into.
Action add_verb_flags(CLI::App& app, const Verb& verb, Session& session);

std::vector<usage::ExitCode> exit_codes();

// All of it, for the manual page and for completion.
usage::Program program_description();

}  // namespace assay::cli
