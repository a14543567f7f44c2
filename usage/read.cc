#include "usage/read.h"

#include <CLI/CLI.hpp>

namespace assay::usage {
namespace {

// What CLI11 shows for a type with a check: "WHEN:{auto,always,never}", "N:INT in [1 - 5]".
struct Type {
  std::string name;
  std::vector<std::string> choices;
};

Type type_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return {};
  const std::string text = option.get_type_name();
  const std::size_t colon = text.find(':');
  Type type{text.substr(0, colon), {}};
  const std::size_t open = text.find('{', colon), close = text.find('}', colon);
  if (colon != std::string::npos && open == colon + 1 && close != std::string::npos)
    type.choices = CLI::detail::split(text.substr(open + 1, close - open - 1), ',');
  return type;
}

Flag flag_of(const CLI::Option& option) {
  Flag flag;
  for (const std::string& name : option.get_snames()) flag.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) flag.names.push_back("--" + name);
  Type type = type_of(option);
  flag.value = std::move(type.name);
  flag.choices = std::move(type.choices);
  flag.default_value = option.get_default_str();
  flag.help = option.get_description();
  flag.repeats = option.get_expected_max() == CLI::detail::expected_max_vector_size;
  flag.is_required = option.get_required();
  return flag;
}

bool is_shown(const CLI::Option* option) { return option->nonpositional() && !option->get_group().empty(); }

}  // namespace

std::vector<Flag> flags_of(const CLI::App& app) {
  std::vector<Flag> flags;
  for (const CLI::Option* option : app.get_options(is_shown)) flags.push_back(flag_of(*option));
  if (app.get_parent() != nullptr && app.get_fallthrough())
    for (const Flag& flag : flags_of(*app.get_parent()))
      if (find_flag(flags, flag.names.back()) == nullptr && flag.names.back() != "--version")
        flags.push_back(flag);
  return flags;
}

Command command_of(const CLI::App& app) {
  std::string arguments;
  for (const CLI::Option* option : app.get_options(&CLI::Option::get_positional)) {
    std::string name = option->get_name(true, false);
    if (option->get_expected_max() == CLI::detail::expected_max_vector_size) name += "...";
    if (!option->get_required()) name = "[" + name + "]";
    arguments += (arguments.empty() ? "" : " ") + name;
  }
  return {.name = app.get_name(),
          .arguments = std::move(arguments),
          .summary = app.get_description(),
          .examples = "",
          .flags = flags_of(app)};
}

}  // namespace assay::usage
