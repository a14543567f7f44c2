// The flag that chooses one of a verb's formats.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace assay::cli {

// Adds --format, which points `chosen` to one of `formats`; the first is what it points to without the flag.
// Any type with a name may be a format.
template <typename AnyFormat>
CLI::Option* add_format_flag(CLI::App& app, const AnyFormat*& chosen,
                             std::span<const AnyFormat* const> formats) {
  chosen = formats.front();
  std::vector<std::string> names;
  for (const AnyFormat* format : formats) names.emplace_back(format->name);
  const auto choose = [&chosen, formats](const std::string& name) {
    chosen = *std::ranges::find(formats, name, &AnyFormat::name);
  };
  return app.add_option_function<std::string>("--format", choose, "How to write the answer")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(names));
}

}  // namespace assay::cli
