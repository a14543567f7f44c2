#include "client/cli/settings.h"

#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "client/assay.h"
#include "client/cli/nearest.h"

namespace assay::cli {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

[[noreturn]] void refuse(const std::string& path, const toml::source_region& where, const std::string& why) {
  throw Error(ErrorKind::kInvalid, fmt::format("{}:{}: {}", path, where.begin.line, why));
}

// A node that is being read, for errors.
struct Entry {
  const std::string& path;
  std::string_view key;
  const toml::node& node;

  [[noreturn]] void refuse(const std::string& why) const {
    cli::refuse(path, node.source(), fmt::format("{}: {}", key, why));
  }
};

std::string text(const Entry& entry) {
  if (!entry.node.is_string()) entry.refuse("a string is wanted");
  return *entry.node.value<std::string>();
}

std::string file(const Entry& entry) {
  const std::string name = text(entry);
  return name.starts_with("~/") ? variable("HOME") + name.substr(1) : name;
}

std::string when(const Entry& entry) {
  const std::string word = text(entry);
  if (word != "auto" && word != "always" && word != "never") entry.refuse("auto, always or never is wanted");
  return word;
}

double seconds(const Entry& entry) {
  if (!entry.node.is_number()) entry.refuse("a number of seconds is wanted");
  return *entry.node.value<double>();
}

struct Key {
  std::string_view name;
  void (*take)(const Entry& entry, Settings& settings);
};

constexpr std::array kKeys = {
    Key{"server", [](const Entry& entry, Settings& settings) { settings.server = text(entry); }},
    Key{"timeout", [](const Entry& entry, Settings& settings) { settings.timeout = seconds(entry); }},
    Key{"retry", [](const Entry& entry, Settings& settings) { settings.retry = seconds(entry); }},
    Key{"ca", [](const Entry& entry, Settings& settings) { settings.ca_file = file(entry); }},
    Key{"token-file", [](const Entry& entry, Settings& settings) { settings.token_file = file(entry); }},
    Key{"color", [](const Entry& entry, Settings& settings) { settings.color = when(entry); }},
    Key{"hyperlinks", [](const Entry& entry, Settings& settings) { settings.hyperlinks = when(entry); }},
    Key{"pager", [](const Entry& entry, Settings& settings) { settings.pager = text(entry); }},
};

// `besides`: keys that are no settings.
void take(const std::string& path, const toml::table& table, std::vector<std::string_view> besides,
          Settings& settings) {
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    if (std::ranges::find(besides, name) != besides.end()) continue;
    const auto found = std::ranges::find(kKeys, name, &Key::name);
    if (found != kKeys.end()) {
      found->take({path, name, node}, settings);
      continue;
    }
    for (const Key& each : kKeys) besides.push_back(each.name);
    const std::string_view near = nearest(name, besides);
    refuse(
        path, key.source(),
        fmt::format("{} is no setting{}; there are {}", name,
                    near.empty() ? "" : fmt::format(", the nearest is {}", near), fmt::join(besides, ", ")));
  }
}

const toml::table& profile_of(const std::string& path, const toml::table& file, const std::string& name) {
  const toml::table* profiles = file["profiles"].as_table();
  const toml::node* found = profiles == nullptr ? nullptr : profiles->get(name);
  if (found != nullptr && found->is_table()) return *found->as_table();
  std::vector<std::string_view> known;
  if (profiles != nullptr)
    for (const auto& [key, node] : *profiles) known.push_back(key.str());
  throw Error(ErrorKind::kInvalid,
              fmt::format("{} has no [profiles.{}]; {}", path, name,
                          known.empty() ? "it has no profiles"
                                        : fmt::format("there are {}", fmt::join(known, ", "))));
}

toml::table parse(const std::string& path) try {
  return toml::parse_file(path);
} catch (const toml::parse_error& error) {
  refuse(path, error.source(), std::string(error.description()));
}

}  // namespace

std::string settings_path() {
  std::string folder = variable("XDG_CONFIG_HOME");
  if (folder.empty() && !variable("HOME").empty()) folder = variable("HOME") + "/.config";
  return folder.empty() ? "" : folder + "/assay/config.toml";
}

Settings read_settings(const std::string& path, std::string profile) {
  Settings settings;
  std::error_code none;
  if (path.empty() || !std::filesystem::exists(path, none)) {
    if (!profile.empty())
      throw Error(ErrorKind::kInvalid, fmt::format("--profile {}: there is no file {}", profile, path));
    return settings;
  }
  const toml::table file = parse(path);
  take(path, file, {"profile", "profiles"}, settings);
  if (const toml::node* chosen = file.get("profile"); chosen != nullptr && profile.empty())
    profile = text({path, "profile", *chosen});
  if (!profile.empty()) take(path, profile_of(path, file, profile), {}, settings);
  return settings;
}

}  // namespace assay::cli
