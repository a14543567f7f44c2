// What the shell understands besides queries.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/cli/browser.h"

namespace assay::cli {

struct Desk {
  Client& client;
  const Session& session;
  Browser& browser;
};

// What to print for a line: a query, or a command that begins with ':'. Throws Error.
std::string obey(Desk& desk, const std::string& line);

// The commands, each with its ':', less those that are named like facets.
std::vector<std::string> command_names();

}  // namespace assay::cli
