// The flags that choose one of a verb's formats, and what it holds.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "client/cli/field_choice.h"
#include "client/cli/view.h"

namespace assay::cli {

// What --format, --fields and --format-version chose. Any type with a name may be a format.
template <typename AnyFormat>
struct Choice {
  const AnyFormat* format = nullptr;
  bool is_told = false;  // by a flag
  std::vector<std::string> fields{};
  std::string version{};

  const AnyFormat& operator*() const { return *format; }
  const AnyFormat* operator->() const { return format; }
  View view(const Screen& screen) const { return {{screen}, 0, 0, fields}; }
};

// Adds the flags; --NAME says the same as --format NAME. Without any the first of `formats` is chosen.
template <typename AnyFormat>
void add_format_flag(CLI::App& app, Choice<AnyFormat>& choice, std::span<const AnyFormat* const> formats) {
  choice.format = formats.front();
  std::vector<std::string> names;
  for (const AnyFormat* format : formats) names.emplace_back(format->name);
  const auto choose = [&choice, formats](const std::string& name) {
    if (choice.is_told)
      throw Error(ErrorKind::kInvalid, "one format is wanted, not --" + name + " besides another");
    choice.is_told = true;
    choice.format = *std::ranges::find(formats, name, &AnyFormat::name);
  };
  app.add_option_function<std::string>("--format", choose, "How to write the answer")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(names));
  for (const std::string& name : names)
    app.add_flag_callback(
        "--" + name, [choose, name] { choose(name); }, "The same as --format " + name);
  app.add_option("--format-version", choice.version,
                 "Refuse to answer in any other version of the formats than this one")
      ->type_name("N");
  const auto holds = [](const AnyFormat* format) {
    if constexpr (requires { format->fields; }) return format->fields;
    return static_cast<FieldNames>(nullptr);
  };
  if (std::ranges::any_of(formats, [&](const AnyFormat* format) { return holds(format) != nullptr; }))
    app.add_option("--fields", choice.fields,
                   "Only these fields of each row, in this order, of formats for programs")
        ->type_name("NAME[,NAME]...")
        ->delimiter(',')
        ->allow_extra_args(false);
  app.parse_complete_callback([&choice, holds] {
    require_version(choice.version);
    if (!choice.fields.empty()) require_fields(choice.fields, choice.format->name, holds(choice.format));
  });
}

}  // namespace assay::cli
