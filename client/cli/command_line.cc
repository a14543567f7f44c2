#include "client/cli/command_line.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>

#include "client/cli/description.h"
#include "client/cli/failure.h"
#include "client/cli/hints.h"
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

// Refuses a flag that is none of the verb's. `asked` gives the arguments for another verb.
[[noreturn]] void refuse_flag(const std::string& flag, const Verb& verb, const CLI::App& app,
                              const std::function<Arguments(const Verb&)>& asked) {
  if (const Verb* other = verb_with(flag, verb))
    throw Error(ErrorKind::kInvalid, fmt::format("{} is no flag of assay {} but of assay {}: {}", flag,
                                                 verb.name, other->name, command_text(asked(*other))));
  throw Error(
      ErrorKind::kInvalid,
      fmt::format("{} is no flag of assay {}{} (see assay {} --help); words that begin with - go after --",
                  flag, verb.name, nearest_flag(flag, app), verb.name));
}

// What a verb's parser left over, as words: after "--" anything is one, before it what is no flag. Else the
// first flag, by `refuse`.
Arguments words_of(Arguments rest, const std::function<void(const std::string& flag)>& refuse) {
  const auto mark = std::ranges::find(rest, "--");
  const auto flag = std::find_if(
      rest.begin(), mark, [](const std::string& word) { return word.size() > 1 && word.front() == '-'; });
  if (flag != mark) refuse(*flag);
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
  // The same arguments, with another verb in the place of this one.
  const auto asked = [&](const Verb& other) {
    Arguments told = arguments;
    const auto behind = told.end() - static_cast<std::ptrdiff_t>(rest.size());
    if (is_named)
      *(behind - 1) = other.name;
    else
      told.insert(behind, std::string(other.name));
    return told;
  };
  const Arguments words =
      words_of(parse(app, rest), [&](const std::string& flag) { refuse_flag(flag, *verb, app, asked); });
  session.complete();
  const Pager pager(verb->paged ? session.pager_of_terminal() : "");
  const Exit exit = action(session, words);
  if (const auto hint = is_named ? std::nullopt : verb_hint(words, exit == Exit::kFound)) write_error(*hint);
  return exit;
}

// Told from the arguments, since what failed may be their parsing.
bool wants_json_errors(const Arguments& arguments) {
  const auto end = std::ranges::find(arguments, "--");
  for (auto at = arguments.begin(); at != end; ++at)
    for (const std::string_view format : {"json", "ndjson"})
      if (*at == fmt::format("--{}", format) || *at == fmt::format("--format={}", format) ||
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
