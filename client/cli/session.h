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
  std::string server;             // empty: the standard endpoint
  std::optional<double> timeout;  // seconds; without: the daemon's default
  std::string ca_file;            // empty: the system's certificates
  std::string token_file;         // empty: no token
  std::optional<double> retry;    // seconds; without: what the library thinks
  std::string color, hyperlinks;  // empty: auto
  std::string profile;            // of the settings; empty: the file's own
  bool no_pager = false;
  std::optional<std::string> pager;  // of the settings

  std::string query;     // of the request, to which the offset of an Error refers
  bool partial = false;  // a part of the answer was printed, and not all of it

  // Where the daemon is. Throws Error.
  Endpoint endpoint() const;
  // Connects. Throws Error.
  Client connect() const;
  // What --retry says.
  std::optional<std::chrono::milliseconds> retry_for() const;
  // Standard output as it was at complete(), whatever pager stands before it now.
  const Screen& screen() const { return screen_; }
  // The pager for the terminal; empty where there is none.
  std::string pager_of_terminal() const;

  // Fills in what no flag said, from the environment or else the settings. Throws Error.
  void complete();

 private:
  Screen screen_;
};

// Adds the flags to `app`, which parses them into `session`.
void add_session_flags(CLI::App& app, Session& session);

}  // namespace assay::cli
