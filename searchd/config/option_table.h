// The one table of settings, from which flags, variables, the keys of the file and the documentation follow.
#pragma once

#include <span>
#include <string>
#include <variant>

#include "searchd/config/config.h"

namespace assay::config {

using Text = std::string Config::*;
using Number = std::size_t Config::*;
using List = std::vector<std::string> Config::*;

enum class Check { kNone, kAddress, kLogLevel };

struct Option {
  const char* key;
  std::variant<Text, Number, List> field;
  const char* type;  // what stands for its value in a text
  const char* help;
  Check check = Check::kNone;
  std::size_t least = 0, most = 0;  // of a number
  bool is_live = false;             // a reload takes it over
};

std::span<const Option> options();
std::span<const char* const> log_levels();

// "--max-queued" and "ASSAY_SEARCHD_MAX_QUEUED" for "max_queued".
std::string flag(std::string key);
std::string variable(std::string key);

}  // namespace assay::config
