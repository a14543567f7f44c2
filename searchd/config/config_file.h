// A TOML file taken apart into settings; what they mean is said elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/config/option_table.h"

namespace assay::config {

struct Setting {
  const Option* option;
  std::vector<std::string> values;
  std::string place;  // "FILE:LINE"
};

// Throws ConfigError ("FILE:LINE: ...") for what is no TOML, an unknown key or a value of the wrong type.
std::vector<Setting> settings_in(std::string_view toml, const std::string& file);

// Throws ConfigError when the file cannot be read.
std::string config_file_text(const std::string& file);

}  // namespace assay::config
