// The flags that every verb has, and what they lead to.
#pragma once

#include <optional>
#include <string>

#include "client/assay.h"
#include "client/cli/screen.h"

namespace CLI {
class App;
}

namespace assay::cli {

struct Session {
  std::string server;           // empty: ASSAY_SERVER, or else the standard endpoint
  double timeout = 0;           // seconds; 0: the daemon's default
  std::string ca_file;          // empty: ASSAY_CA, or else the system's certificates
  std::string token_file;       // empty: ASSAY_TOKEN_FILE, or else no token
  std::optional<double> retry;  // seconds; without: what the library thinks
  std::string color = "auto";

  std::string query;  // of the request, to which the offset of an Error refers

  // Connects. Throws Error.
  Client connect() const;
  // What --retry says.
  std::optional<std::chrono::milliseconds> retry_for() const;
  Screen screen() const { return screen_of_output(color); }
};

// Adds the flags to `app`, which parses them into `session`.
void add_session_flags(CLI::App& app, Session& session);

}  // namespace assay::cli
