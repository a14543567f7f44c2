#include "client/cli/command_line.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "client/cli/description.h"
#include "client/cli/failure.h"
#include "client/cli/output.h"
#include "client/cli/value_candidates.h"
#include "usage/answer.h"
#include "usage/build.h"

namespace assay::cli {
namespace {

using Arguments = std::vector<std::string>;

// --help or --version was asked for: what to print.
struct Answered {
  std::string text;
};

std::string overview() {
  std::string text = "Verbs (assay VERB --help tells more; without a verb, assay searches):\n";
  for (const Verb* verb : verbs()) text += fmt::format("  {:<11}{}\n", verb->name, verb->summary);
  text += "\nExamples:\n";
  for (const Verb* verb : verbs()) text += verb->examples;
  return text + fmt::format("\nExit codes: {}.\n", usage::in_a_line(exit_codes()));
}

// Parses the flags that `app` knows and gives the other arguments, a "--" included, in order.
Arguments parse(CLI::App& app, Arguments arguments) {
  std::ranges::reverse(arguments);  // as CLI11 wants them
  try {
    app.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    throw Answered{app.help()};
  } catch (const CLI::CallForVersion&) {
    throw Answered{usage::version_text("assay") + "\n"};
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorKind::kInvalid, error.what());
  }
  return app.remaining();
}

// What a verb's parser left over, as words: after "--" anything is one, before it what is no flag.
Arguments words_of(Arguments rest, const Verb& verb) {
  const auto mark = std::ranges::find(rest, "--");
  const auto flag = std::find_if(
      rest.begin(), mark, [](const std::string& word) { return word.size() > 1 && word.front() == '-'; });
  if (flag != mark)
    throw Error(
        ErrorKind::kInvalid,
        fmt::format("{} is no flag of assay {} (see assay {} --help); words that begin with - go after --",
                    *flag, verb.name, verb.name));
  if (mark != rest.end()) rest.erase(mark);
  return rest;
}

// The flags before the verb; gives the verb and what follows it.
Arguments parse_leading_flags(const Arguments& arguments, Session& session) {
  CLI::App app("Faceted full-text search for articles about councils' adult social care ratings",
               "assay [VERB] [ARGUMENT...]");
  add_leading_flags(app, session);
  app.footer(overview());
  app.prefix_command();
  if (arguments.empty()) throw Error(ErrorKind::kInvalid, "a query or a verb is wanted; see assay --help");
  return parse(app, arguments);
}

Exit run_verb(const Arguments& arguments, Session& session) {
  if (auto text = usage::answer(arguments, program_description, values_of_daemon(arguments)))
    throw Answered{std::move(*text)};
  Arguments rest = parse_leading_flags(arguments, session);
  const Verb* verb = rest.empty() ? nullptr : find_verb(rest.front());
  if (verb != nullptr) rest.erase(rest.begin());
  if (verb == nullptr) verb = &kSearch;
  CLI::App app(std::string(verb->summary), fmt::format("assay {} {}", verb->name, verb->arguments));
  const Action action = add_verb_flags(app, *verb, session);
  app.footer(fmt::format("Examples:\n{}", verb->examples));
  app.allow_extras();
  return action(session, words_of(parse(app, std::move(rest)), *verb));
}

// Told from the arguments, since what failed may be their parsing.
bool wants_json_errors(const Arguments& arguments) {
  const auto end = std::ranges::find(arguments, "--");
  for (auto at = arguments.begin(); at != end; ++at)
    if (*at == "--format=json" || (*at == "--format" && at + 1 != end && at[1] == "json")) return true;
  return false;
}

}  // namespace

Exit run(const Arguments& arguments) try {
  Session session;
  try {
    return run_verb(arguments, session);
  } catch (const Answered& answer) {
    write_output(answer.text);
    return Exit::kFound;
  } catch (const Error& error) {
    write_error(wants_json_errors(arguments) ? failure_json(error) : failure_text(error, session.query));
    return exit_of(error.kind);
  }
} catch (const ClosedPipe&) {
  return Exit::kFound;
} catch (const std::exception& error) {
  write_error(fmt::format("assay: {}\n", error.what()));
  return Exit::kUsage;
}

}  // namespace assay::cli
