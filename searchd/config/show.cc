#include "searchd/config/show.h"

#include <toml++/toml.h>

#include <sstream>

#include "searchd/config/option_table.h"

namespace assay::config {
namespace {

std::string shown(const toml::node& node) {
  std::ostringstream out;
  node.visit([&](const auto& typed) { out << toml::toml_formatter{typed, toml::format_flags::none}; });
  return out.str();
}

// The setting as it stands in a file.
std::string value_of(const Option& option, const Config& config) {
  if (const Text* text = std::get_if<Text>(&option.field))
    return shown(toml::value<std::string>(config.**text));
  if (const Number* number = std::get_if<Number>(&option.field)) return std::to_string(config.**number);
  toml::array list;
  for (const std::string& each : config.*std::get<List>(option.field)) list.push_back(each);
  return shown(list);
}

// What the machine decides.
bool is_found_out(const Option& option) {
  return std::string("workers") == option.key ||
         (option.check == Check::kAddress && std::holds_alternative<List>(option.field));
}

}  // namespace

std::string default_of(const Option& option) {
  if (is_found_out(option))
    return std::string("workers") == option.key ? "processors" : "the standard address";
  if (const Text* text = std::get_if<Text>(&option.field)) return Config().**text;
  return value_of(option, Config());
}

std::string to_toml(const Config& config) {
  std::string text;
  for (const Option& option : options())
    text += std::string(option.key) + " = " + value_of(option, config) + "\n";
  return text;
}

std::string options_as_markdown() {
  std::string text = "| key | flag | default | meaning | SIGHUP |\n|---|---|---|---|---|\n";
  for (const Option& option : options()) {
    const std::string value = default_of(option);
    text += "| `" + std::string(option.key) + "` | `" + flag(option.key) + " " + option.type + "` | " +
            (value.empty() || is_found_out(option) ? value : "`" + value + "`") + " | " + option.help +
            " | " + (option.is_live ? "yes" : "restart") + " |\n";
  }
  return text;
}

}  // namespace assay::config
