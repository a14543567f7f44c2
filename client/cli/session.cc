#include "client/cli/session.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>

#include "client/cli/token_file.h"

namespace assay::cli {
namespace {

constexpr double kMaxSeconds = 24.0 * 60 * 60;

// What the flag says, or else the variable; empty where neither does.
std::string said(const std::string& flag, const char* variable) {
  if (!flag.empty()) return flag;
  const char* value = std::getenv(variable);
  return value != nullptr ? value : "";
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

Client Session::connect() const {
  ClientOptions options;
  if (timeout != 0) {
    // Written so that NaN is refused as well.
    if (!(timeout > 0 && timeout <= kMaxSeconds))
      throw Error(ErrorKind::kInvalid, "--timeout: a number of seconds above 0 and up to 86400 is wanted");
    options.deadline = duration(timeout);
  }
  options.retry_for = retry_for().value_or(options.retry_for);
  options.ca_file = said(ca_file, "ASSAY_CA");
  if (const std::string file = said(token_file, "ASSAY_TOKEN_FILE"); !file.empty())
    options.token = read_token(file);
  const std::string address = said(server, "ASSAY_SERVER");
  return Client(address.empty() ? Endpoint::standard() : Endpoint::parse(address), options);
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
}

}  // namespace assay::cli
