// The file with what a user would otherwise say with each call.
#pragma once

#include <optional>
#include <string>

namespace assay::cli {

// Where and how to ask, and how a terminal is treated: nothing that changes what a script reads.
struct Settings {
  std::string server{}, ca_file{}, token_file{}, color{}, hyperlinks{};
  std::optional<std::string> pager{};  // empty: none is wanted
  std::optional<double> timeout{}, retry{};
};

// $XDG_CONFIG_HOME/assay/config.toml, or ~/.config/assay/config.toml; empty where neither variable is set.
std::string settings_path();

// What the file says: of the table [profiles.NAME], or else above all tables. Without a `profile` the file's
// own `profile`, if any, is the one. Nothing where there is no file. Throws Error(kInvalid), which says
// where.
Settings read_settings(const std::string& path, std::string profile);

}  // namespace assay::cli
