#include "client/cli/description.h"

#include <CLI/CLI.hpp>

#include "usage/build.h"
#include "usage/read.h"

namespace assay::cli {
namespace {

constexpr std::string_view kSummary =
    "faceted full-text search for articles about councils' adult social care ratings";

constexpr std::string_view kDescription =
    R"(Asks assay-searchd(8) questions about articles and prints the answers, for people or, with --format, for programs.

Arguments that are no flags are joined by spaces and sent as they are, so a query goes into single quotes, within which its own double quotes arrive:

  assay search '"direct payments" -budget' --rating good

Where the first argument is no command, assay searches. What a query can say is in assay-query-syntax(7). A query that begins with a hyphen goes behind --.

Where the daemon cannot be reached or is busy, a request is tried again for two seconds, or for as long as --retry says.)";

constexpr std::string_view kSeeAlso =
    "assay-query-syntax(7), assay-indexer(1), assay-searchd(8), grep(1), jq(1)";

const std::vector<usage::Note> kEnvironment = {
    {"ASSAY_SERVER", "The daemon's address, where --server gives none."},
    {"ASSAY_CA", "A file of certificates, where --ca gives none."},
    {"ASSAY_TOKEN_FILE", "The file with the token, where --token-file gives none."},
    {"XDG_RUNTIME_DIR",
     "The folder of the standard socket, assay.sock. Without it that is assay-UID.sock in /tmp."},
    {"NO_COLOR", "Where set, --color auto stands for never."},
    {"COLUMNS", "The width of text, where standard output is no terminal."}};

}  // namespace

void add_leading_flags(CLI::App& app, Session& session) {
  add_session_flags(app, session);
  app.set_version_flag("--version", usage::version_text("assay"));
}

Action add_verb_flags(CLI::App& app, const Verb& verb, Session& session) {
  Action action = verb.define(app);
  add_session_flags(app, session);
  return action;
}

std::vector<usage::ExitCode> exit_codes() {
  return {{0, "found"},       {1, "nothing found"}, {2, "bad usage or query"}, {3, "no connection"},
          {4, "not allowed"}, {5, "deadline"},      {6, "server error"},       {7, "a part of the answer"}};
}

usage::Program program_description() {
  usage::Program program{.name = "assay",
                         .section = 1,
                         .arguments = "[VERB] [ARGUMENT...] [OPTIONS]",
                         .summary = std::string(kSummary),
                         .description = kDescription,
                         .default_command = std::string(kSearch.name),
                         .exit_codes = exit_codes(),
                         .environment = kEnvironment,
                         .see_also = kSeeAlso};
  Session session;
  CLI::App leading;
  add_leading_flags(leading, session);
  program.flags = usage::flags_of(leading);
  for (const Verb* verb : verbs()) {
    CLI::App app;
    add_verb_flags(app, *verb, session);
    program.commands.push_back({.name = std::string(verb->name),
                                .arguments = std::string(verb->arguments),
                                .summary = std::string(verb->summary),
                                .examples = std::string(verb->examples),
                                .flags = usage::flags_of(app)});
  }
  return program;
}

}  // namespace assay::cli
