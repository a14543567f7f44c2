// Settings as texts: for whoever checks a configuration, and for the documentation.
#pragma once

#include <string>

#include "searchd/config/option_table.h"

namespace assay::config {

// A file that parse_config_text reads as the same settings. Holds no secrets, only the paths of files that
// do.
std::string to_toml(const Config& config);

// The default in words; empty where there is none.
std::string default_of(const Option& option);

// The table of options in docs/operations.md.
std::string options_as_markdown();

}  // namespace assay::config
