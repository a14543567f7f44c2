// Where the settings come from: flags before the environment before the file before the defaults.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/config/config.h"
#include "usage/program.h"

namespace assay::config {

// Throws std::invalid_argument with a sentence for the user where the text is no address.
using CheckAddress = std::function<void(const std::string& address)>;

struct Invocation {
  // kTell: print `text` on standard output (help or version) and end. kCheck: check the files that the
  // settings name, print the settings and end.
  enum class Task { kServe, kCheck, kTell };
  Task task = Task::kServe;
  Config config;
  std::string text;
};

struct Reload {
  Config config;                          // what runs, with the settings that may change taken over
  std::vector<std::string> need_restart;  // keys of settings that changed and may not
};

// Reads no file but the configuration itself. Thread-safe as far as the environment is left alone.
class ConfigSource {
 public:
  // `arguments` without the program's name. `defaults` are taken where nothing is said.
  ConfigSource(std::vector<std::string> arguments, Config defaults, CheckAddress check_address);

  // Throws ConfigError.
  Invocation read() const;

  // Reads again, for a daemon that runs with `running`. Throws ConfigError; then `running` stays true.
  Reload reload(const Config& running) const;

 private:
  std::vector<std::string> arguments_;
  Config defaults_;
  CheckAddress check_address_;
};

// What a command line takes, as data. Defaults that hang on the machine are told in words.
std::vector<usage::Flag> command_line_flags();
// Documented in docs/operations.md.
std::vector<usage::ExitCode> exit_codes();

// The settings of a file's text over the defaults, without regard to flags and environment; the index need
// not be among them, and addresses are not checked. `file` is its name in errors. Throws ConfigError.
Config parse_config_text(std::string_view toml, const std::string& file = "searchd.toml");

}  // namespace assay::config
