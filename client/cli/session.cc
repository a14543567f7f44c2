#include "client/cli/session.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>

namespace assay::cli {
namespace {

constexpr double kMaxTimeout = 24.0 * 60 * 60;

Endpoint endpoint_of(const std::string& flag) {
  if (!flag.empty()) return Endpoint::parse(flag);
  const char* variable = std::getenv("ASSAY_SERVER");
  return variable != nullptr && *variable != '\0' ? Endpoint::parse(variable) : Endpoint::standard();
}

}  // namespace

Client Session::connect() const {
  ClientOptions options;
  if (timeout != 0) {
    // Written so that NaN is refused as well.
    if (!(timeout > 0 && timeout <= kMaxTimeout))
      throw Error(ErrorKind::kInvalid, "--timeout: a number of seconds above 0 and up to 86400 is wanted");
    options.deadline = std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double>(timeout));
  }
  return Client(endpoint_of(server), options);
}

void add_session_flags(CLI::App& app, Session& session) {
  app.add_option("--server", session.server,
                 "The daemon: unix:PATH or tcp:HOST:PORT; ASSAY_SERVER says the same for every call "
                 "(otherwise " +
                     Endpoint::standard().text() + ")")
      ->type_name("ADDRESS");
  app.add_option("--timeout", session.timeout, "Give up after this many seconds")->type_name("SECONDS");
  app.add_option("--color", session.color, "Colours; auto: on a terminal, unless NO_COLOR is set")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

}  // namespace assay::cli
