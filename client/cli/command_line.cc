#include "client/cli/command_line.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "client/cli/description.h"
#include "client/cli/failure.h"
#include "client/cli/nearest.h"
#include "client/cli/output.h"
#include "client/cli/pager.h"
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

// ", did you mean --rating?", or nothing.
std::string nearest_flag(std::string_view written, const CLI::App& app) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
  const std::vector<std::string_view> known(flags.begin(), flags.end());
  const std::string_view near = nearest(written.substr(0, written.find('=')), known);
  return near.empty() ? "" : fmt::format(", did you mean {}?", near);
}

// Whoever misspells a verb searches for it, and as a rule finds nothing.
void hint_at_verb(const std::string& word) {
  std::vector<std::string_view> known;
  for (const Verb* verb : verbs()) known.push_back(verb->name);
  if (const std::string_view near = nearest(word, known); !near.empty())
    write_error(
        fmt::format("note: {} is no verb, so it was searched for; did you mean assay {}?\n", word, near));
}

// What a verb's parser left over, as words: after "--" anything is one, before it what is no flag.
Arguments words_of(Arguments rest, const Verb& verb, const CLI::App& app) {
  const auto mark = std::ranges::find(rest, "--");
  const auto flag = std::find_if(
      rest.begin(), mark, [](const std::string& word) { return word.size() > 1 && word.front() == '-'; });
  if (flag != mark)
    throw Error(
        ErrorKind::kInvalid,
        fmt::format("{} is no flag of assay {}{} (see assay {} --help); words that begin with - go after --",
                    *flag, verb.name, nearest_flag(*flag, app), verb.name));
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

// "help" and "help VERB" ask for what --help tells.
Arguments without_help_verb(Arguments rest) {
  if (rest.empty() || rest.front() != "help" || rest.size() > 2) return rest;
  if (rest.size() == 1) return {"--help"};
  return find_verb(rest[1]) == nullptr ? rest : Arguments{rest[1], "--help"};
}

Exit run_verb(const Arguments& arguments, Session& session) {
  if (auto text = usage::answer(arguments, program_description, values_of_daemon(arguments)))
    throw Answered{std::move(*text)};
  Arguments rest = parse_leading_flags(without_help_verb(arguments), session);
  const Verb* verb = rest.empty() ? nullptr : find_verb(rest.front());
  const bool is_named = verb != nullptr;
  if (is_named) rest.erase(rest.begin());
  if (!is_named) verb = &kSearch;
  CLI::App app(std::string(verb->summary), fmt::format("assay {} {}", verb->name, verb->arguments));
  const Action action = add_verb_flags(app, *verb, session);
  app.footer(fmt::format("Examples:\n{}", verb->examples));
  app.allow_extras();
  const Arguments words = words_of(parse(app, std::move(rest)), *verb, app);
  session.complete();
  const Pager pager(verb->paged ? session.pager_of_terminal() : "");
  const Exit exit = action(session, words);
  if (exit == Exit::kNone && !is_named && !words.empty()) hint_at_verb(words.front());
  return exit;
}

// Told from the arguments, since what failed may be their parsing.
bool wants_json_errors(const Arguments& arguments) {
  const auto end = std::ranges::find(arguments, "--");
  for (auto at = arguments.begin(); at != end; ++at)
    for (const std::string_view format : {"json", "ndjson"})
      if (*at == fmt::format("--format={}", format) ||
          (*at == "--format" && at + 1 != end && at[1] == format))
        return true;
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
    write_error(wants_json_errors(arguments) ? failure_json(error, session.partial)
                                             : failure_text(error, session.query));
    return session.partial ? Exit::kPartial : exit_of(error.kind);
  }
} catch (const ClosedPipe&) {
  return Exit::kFound;
} catch (const std::exception& error) {
  write_error(fmt::format("assay: {}\n", error.what()));
  return Exit::kUsage;
}

}  // namespace assay::cli
