#include "client/cli/session.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>

#include "client/cli/pager.h"
#include "client/cli/settings.h"
#include "client/cli/token_file.h"

namespace assay::cli {
namespace {

constexpr double kMaxSeconds = 24.0 * 60 * 60;

// Without a flag, the variable says it, or else the setting.
void fill(std::string& said, const char* variable, const std::string& setting) {
  if (!said.empty()) return;
  const char* value = std::getenv(variable);
  said = value != nullptr && *value != '\0' ? value : setting;
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

std::chrono::milliseconds duration(double seconds) {
  return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
}

}  // namespace

std::optional<std::chrono::milliseconds> Session::retry_for() const {
  if (!retry) return std::nullopt;
  if (!(*retry >= 0 && *retry <= kMaxSeconds))
    throw Error(ErrorKind::kInvalid, "--retry: a number of seconds from 0 to 86400 is wanted");
  return duration(*retry);
}

Endpoint Session::endpoint() const { return server.empty() ? Endpoint::standard() : Endpoint::parse(server); }

Client Session::connect() const {
  ClientOptions options;
  if (timeout) {
    // Written so that NaN is refused as well.
    if (!(*timeout > 0 && *timeout <= kMaxSeconds))
      throw Error(ErrorKind::kInvalid, "--timeout: a number of seconds above 0 and up to 86400 is wanted");
    options.deadline = duration(*timeout);
  }
  options.retry_for = retry_for().value_or(options.retry_for);
  options.ca_file = ca_file;
  if (!token_file.empty()) options.token = read_token(token_file);
  return Client(endpoint(), options);
}

void Session::complete() {
  fill(profile, "ASSAY_PROFILE", "");
  const Settings settings = read_settings(settings_path(), profile);
  fill(server, "ASSAY_SERVER", settings.server);
  fill(ca_file, "ASSAY_CA", settings.ca_file);
  fill(token_file, "ASSAY_TOKEN_FILE", settings.token_file);
  if (!timeout) timeout = settings.timeout;
  if (!retry) retry = settings.retry;
  if (color.empty() && !is_set("NO_COLOR")) color = settings.color;
  if (hyperlinks.empty()) hyperlinks = settings.hyperlinks;
  pager = settings.pager;
  screen_ = screen_of_output(color, hyperlinks);
}

std::string Session::pager_of_terminal() const {
  if (no_pager || ::isatty(STDOUT_FILENO) != 1 || ::isatty(STDIN_FILENO) != 1) return {};
  return pager_command(pager ? &*pager : nullptr);
}

void add_session_flags(CLI::App& app, Session& session) {
  app.add_option(
         "--server", session.server,
         "The daemon: unix:PATH, tcp:HOST:PORT or tls:HOST:PORT; ASSAY_SERVER says the same for every call "
         "(otherwise " +
             Endpoint::standard().text() + ")")
      ->type_name("ADDRESS");
  app.add_option("--timeout", session.timeout, "Give up after this many seconds")->type_name("SECONDS");
  app.add_option(
         "--retry", session.retry,
         "Go on trying for so long when the daemon is away or busy (2 unless told otherwise; 0: never)")
      ->type_name("SECONDS");
  app.add_option("--ca", session.ca_file,
                 "tls: the certificates by which the daemon's is checked, instead of the system's; ASSAY_CA "
                 "says the same")
      ->type_name("FILE");
  app.add_option("--token-file", session.token_file,
                 "A file that only its owner can read, with the daemon's token on its first line; "
                 "ASSAY_TOKEN_FILE says the same")
      ->type_name("FILE");
  app.add_option("--color", session.color, "Colours; auto: on a terminal, unless NO_COLOR is set")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option("--hyperlinks", session.hyperlinks,
                 "Titles as links; auto: on a terminal known to have them")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_flag("--no-pager", session.no_pager, "Write to the terminal itself");
  app.add_option(
         "--profile", session.profile,
         "The settings under [profiles.NAME] of ~/.config/assay/config.toml; ASSAY_PROFILE says the same")
      ->type_name("NAME");
}

}  // namespace assay::cli
