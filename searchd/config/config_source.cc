#include "searchd/config/config_source.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>
#include <utility>

#include "searchd/config/config_file.h"
#include "searchd/config/description.h"
#include "searchd/config/option_table.h"
#include "searchd/config/show.h"
#include "usage/answer.h"
#include "usage/build.h"
#include "usage/read.h"

namespace assay::config {
namespace {

constexpr const char* kFooter =
    "Each option but --check-config is an environment variable as well (ASSAY_SEARCHD_MAX_QUEUED) and, but "
    "for\n"
    "--config, a key of the file (max_queued). Flags come before the environment, and that before the "
    "file.\n\n"
    "Prints 'ready ADDRESS...' on standard output once it accepts connections. SIGTERM lets running "
    "requests\n"
    "finish, a second signal ends at once; SIGHUP reads the configuration again. Exit codes:\n";

// The options of the table in the shape of CLI11, bound to a Config.
class CommandLine {
 public:
  CommandLine(Config defaults, const CheckAddress& check_address) : config_(std::move(defaults)) {
    app_.name("assay-searchd");
    app_.set_version_flag("--version", usage::version_text("assay-searchd"));
    app_.add_option("--config", file_, "Configuration file (TOML)")->type_name("FILE");
    app_.add_flag("--check-config", check_, "Checks configuration and files, prints the settings, and ends");
    for (const Option& option : options()) add(option, check_address);
    app_.footer(kFooter + usage::in_a_line(exit_codes()) + ".");
  }
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // What help or version say, or nothing.
  std::string parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    try {
      app_.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() != 0)
        throw ConfigError(std::string(error.what()) + "\nRun with --help for more information.");
      std::ostringstream out;
      app_.exit(error, out, out);
      return out.str();
    }
    if (file_.empty())
      if (const char* const named = std::getenv(variable("config").c_str())) file_ = named;
    return "";
  }

  // Sets what nobody set before.
  void offer(const Option& option, const std::vector<std::string>& values, const std::string& place) {
    CLI::Option& target = *targets_.at(option.key);
    if (target.count() > 0 || values.empty()) return;
    try {
      target.add_result(values);
      target.run_callback();
    } catch (const CLI::ParseError& error) {
      std::string reason = error.what();
      if (const std::string name = target.get_name() + ": "; reason.starts_with(name))
        reason.erase(0, name.size());
      throw ConfigError(place + ": " + option.key + ": " + reason);
    }
  }

  const CLI::App& app() const { return app_; }
  const Config& config() const { return config_; }
  const std::string& file() const { return file_; }
  bool check() const { return check_; }

 private:
  void add(const Option& option, const CheckAddress& check_address) {
    const std::string name = flag(option.key);
    const auto bind = [&](auto member) { return app_.add_option(name, config_.*member, option.help); };
    CLI::Option* const target = std::visit(bind, option.field);
    target->type_name(option.type)->capture_default_str();
    if (std::holds_alternative<List>(option.field)) target->allow_extra_args(false)->delimiter(',');
    if (option.most > 0) target->check(CLI::Range(option.least, option.most));
    if (option.check == Check::kAddress) target->check(address_validator(check_address));
    if (option.check == Check::kLogLevel)
      target->check(CLI::IsMember(std::vector<std::string>(log_levels().begin(), log_levels().end())));
    targets_[option.key] = target;
  }

  static CLI::Validator address_validator(const CheckAddress& check_address) {
    return {[check_address](std::string& address) -> std::string {
              try {
                if (check_address && !address.empty()) check_address(address);
              } catch (const std::invalid_argument& wrong) {
                return wrong.what();
              }
              return "";
            },
            ""};
  }

  Config config_;
  std::string file_;
  bool check_ = false;
  CLI::App app_{"Serves an assay index to assay clients."};
  std::map<std::string, CLI::Option*> targets_;
};

void offer_environment(CommandLine& line) {
  for (const Option& option : options()) {
    const std::string name = variable(option.key);
    const char* const value = std::getenv(name.c_str());
    if (value != nullptr && *value != '\0') line.offer(option, {value}, name);
  }
}

void offer_file(CommandLine& line, std::string_view toml, const std::string& file) {
  for (const Setting& setting : settings_in(toml, file))
    line.offer(*setting.option, setting.values, setting.place);
}

// What no single setting shows.
void check_together(const Config& config) {
  if (config.tls_certificate.empty() != config.tls_key.empty())
    throw ConfigError("tls_certificate and tls_key go together: one of them is missing");
}

}  // namespace

ConfigSource::ConfigSource(std::vector<std::string> arguments, Config defaults, CheckAddress check_address)
    : arguments_(std::move(arguments)),
      defaults_(std::move(defaults)),
      check_address_(std::move(check_address)) {}

Invocation ConfigSource::read() const {
  if (auto text = usage::answer(arguments_, program_description, usage::no_values))
    return {Invocation::Task::kTell, {}, std::move(*text)};
  CommandLine line(defaults_, check_address_);
  if (std::string text = line.parse(arguments_); !text.empty())
    return {Invocation::Task::kTell, {}, std::move(text)};
  offer_environment(line);
  if (!line.file().empty()) offer_file(line, config_file_text(line.file()), line.file());
  if (line.config().index.empty())
    throw ConfigError("no index is named: write --index DIR, or index = \"DIR\" in the file");
  check_together(line.config());
  return {line.check() ? Invocation::Task::kCheck : Invocation::Task::kServe, line.config(), ""};
}

Reload ConfigSource::reload(const Config& running) const {
  const Config found = read().config;
  Reload result{running, {}};
  for (const Option& option : options())
    std::visit(
        [&](auto member) {
          if (found.*member == running.*member) return;
          if (option.is_live)
            result.config.*member = found.*member;
          else
            result.need_restart.emplace_back(option.key);
        },
        option.field);
  return result;
}

std::vector<usage::Flag> command_line_flags() {
  std::vector<usage::Flag> flags = usage::flags_of(CommandLine({}, nullptr).app());
  for (usage::Flag& flag : flags)
    for (const Option& option : options())
      if (flag.names.back() == config::flag(option.key)) flag.default_value = default_of(option);
  return flags;
}

std::vector<usage::ExitCode> exit_codes() {
  return {{0, "stopped, or a configuration that is well"},
          {2, "bad usage or a bad configuration"},
          {3, "there is no index, or one of another format"},
          {4, "an address cannot be listened on"},
          {70, "internal error"}};
}

Config parse_config_text(std::string_view toml, const std::string& file) {
  CommandLine line({}, nullptr);
  offer_file(line, toml, file);
  check_together(line.config());
  return line.config();
}

}  // namespace assay::config
