#include "usage/program.h"

#include <algorithm>

namespace assay::usage {

const Command* find_command(const Program& program, std::string_view name) {
  const auto found = std::ranges::find(program.commands, name, &Command::name);
  return found == program.commands.end() ? nullptr : &*found;
}

const Flag* find_flag(const std::vector<Flag>& flags, std::string_view name) {
  const auto found = std::ranges::find_if(
      flags, [&](const Flag& flag) { return std::ranges::find(flag.names, name) != flag.names.end(); });
  return found == flags.end() ? nullptr : &*found;
}

std::string in_a_line(const std::vector<ExitCode>& codes) {
  std::string text;
  for (const ExitCode& code : codes)
    text += (text.empty() ? "" : ", ") + std::to_string(code.code) + " " + std::string(code.meaning);
  return text;
}

}  // namespace assay::usage
