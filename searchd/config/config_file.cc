#include "searchd/config/config_file.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "searchd/config/nearest.h"

namespace assay::config {
namespace {

std::string place(const std::string& file, const toml::source_region& region) {
  return file + ":" + std::to_string(region.begin.line);
}

std::vector<std::string> keys() {
  std::vector<std::string> keys;
  for (const Option& option : options()) keys.emplace_back(option.key);
  return keys;
}

[[noreturn]] void refuse_key(const std::string& where, const std::string& key) {
  const std::vector<std::string> known = keys();
  const std::string meant = nearest(key, known);
  std::string message = where + ": there is no key '" + key + "'; ";
  if (!meant.empty()) message += "did you mean '" + meant + "'? ";
  message += "The keys are:";
  for (const std::string& each : known) message += " " + each;
  throw ConfigError(message);
}

const Option& option_named(const std::string& where, const std::string& key) {
  const auto known = options();
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const Option& option) { return key == option.key; });
  if (found == known.end()) refuse_key(where, key);
  return *found;
}

std::string text_of(const toml::node& node, const std::string& wanted) {
  if (const auto text = node.value_exact<std::string>()) return *text;
  throw ConfigError(wanted);
}

std::vector<std::string> values_of(const Option& option, const toml::node& node, const std::string& where) {
  const std::string begin = where + ": " + option.key + " is to be ";
  if (std::holds_alternative<Text>(option.field)) return {text_of(node, begin + "a text in quotes")};
  if (std::holds_alternative<Number>(option.field)) {
    if (const auto number = node.value_exact<std::int64_t>()) return {std::to_string(*number)};
    throw ConfigError(begin + "a whole number, without quotes");
  }
  const std::string wanted = begin + "a text, or a list of texts: [\"...\", \"...\"]";
  const toml::array* const list = node.as_array();
  if (list == nullptr) return {text_of(node, wanted)};
  std::vector<std::string> values;
  for (const toml::node& each : *list) values.push_back(text_of(each, wanted));
  return values;
}

toml::table parsed(std::string_view toml, const std::string& file) {
  try {
    return toml::parse(toml, file);
  } catch (const toml::parse_error& error) {
    throw ConfigError(place(file, error.source()) + ": " + std::string(error.description()));
  }
}

}  // namespace

std::vector<Setting> settings_in(std::string_view toml, const std::string& file) {
  std::vector<Setting> settings;
  for (auto&& [key, node] : parsed(toml, file)) {
    const std::string where = place(file, key.source());
    const Option& option = option_named(where, std::string(key.str()));
    settings.push_back({&option, values_of(option, node, where), where});
  }
  return settings;
}

std::string config_file_text(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text;
  std::array<char, 4096> piece;
  const bool is_open = in.is_open();
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0)
    text.append(piece.data(), static_cast<std::size_t>(in.gcount()));
  if (!is_open || in.bad())
    throw ConfigError("cannot read the configuration " + file + ": " + std::strerror(errno));
  return text;
}

}  // namespace assay::config
