// assay shell: queries one after another, narrowed step by step.
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "client/cli/failure.h"
#include "client/cli/line_editor.h"
#include "client/cli/output.h"
#include "client/cli/shell_commands.h"
#include "client/cli/shell_completion.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

std::string prompt(const Browser& browser) {
  const std::string narrowed = browser.narrowed_by();
  return narrowed.empty() ? "assay> " : "assay [" + narrowed + "]> ";
}

// Completion keeps silent about what fails.
std::vector<std::string> quietly(Client& client, const std::string& before, const std::string& word) try {
  return completions(client, before, word);
} catch (const Error&) {
  return {};
}

Exit run(const Session& session, const std::vector<std::string>& words) {
  if (!words.empty()) throw Error(ErrorKind::kInvalid, "shell takes no arguments; see assay shell --help");
  if (::isatty(STDIN_FILENO) != 1 || ::isatty(STDOUT_FILENO) != 1)
    throw Error(ErrorKind::kInvalid,
                "shell wants a terminal; assay batch answers requests from standard input");
  Client client = session.connect();
  Browser browser(client, session);
  Desk desk{client, session, browser};
  LineEditor editor(history_path(), [&](const std::string& before, const std::string& word) {
    return quietly(client, before, word);
  });
  write_output("Type a query, or :help.\n");
  while (const std::optional<std::string> line = editor.read(prompt(browser))) {
    if (*line == ":quit") return Exit::kFound;
    if (line->find_first_not_of(' ') == std::string::npos) continue;
    try {
      write_output(obey(desk, *line));
    } catch (const Error& error) {
      write_error(failure_text(error, browser.query()));
    }
  }
  write_output("\n");
  return Exit::kFound;
}

Action define(CLI::App&) {
  return [](Session& session, const auto& words) { return run(session, words); };
}

}  // namespace

const Verb kShell = {.name = "shell",
                     .arguments = "",
                     .summary = "Search at a prompt, with completion and facets to choose from",
                     .examples = "  assay shell\n",
                     .paged = false,
                     .define = define};

}  // namespace assay::cli
