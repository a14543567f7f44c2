// assay alerts: searches that the daemon keeps, and what they found.
#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "client/cli/alerts_format.h"
#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

using Words = std::vector<std::string>;

struct Flags {
  QueryFlags query;
  std::optional<std::uint32_t> limit;
  Choice<AlertsFormat> format;
};

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorKind::kInvalid, "alerts: " + why + "; see assay alerts --help");
}

Exit print(const Flags& flags, const Session& session, const std::vector<Alert>& alerts) {
  write_output(flags.format->alerts(alerts, flags.format.view(session.screen())));
  return alerts.empty() ? Exit::kNone : Exit::kFound;
}

Exit add(const Flags& flags, Session& session, const Words& words) {
  if (words.empty()) refuse("add wants a NAME and a QUERY or filters");
  const Words query(words.begin() + 1, words.end());
  if (query.empty() && !flags.query.is_any_set()) refuse("add wants a QUERY or filters behind the NAME");
  SearchRequest search = make_request(flags.query, query, session);
  Client client = session.connect();
  return print(
      flags, session,
      {with_full_names(client, {&search.filters}, [&] { return client.add_alert(words.front(), search); })});
}

Exit list(const Flags& flags, Session& session, const Words& words) {
  if (!words.empty()) refuse("list takes no arguments");
  return print(flags, session, session.connect().alerts());
}

Exit remove(const Flags& flags, Session& session, const Words& words) {
  if (words.size() != 1) refuse("rm wants one NAME");
  return print(flags, session, {session.connect().remove_alert(words.front())});
}

// What was written is acknowledged, so nothing is lost when it could not be.
Exit take(const Flags& flags, Session& session, const Words& words) {
  if (words.size() != 1) refuse("run wants one NAME");
  Client client = session.connect();
  const AlertReply reply = client.run_alert(words.front(), flags.limit.value_or(0));
  write_output(flags.format->articles(reply, flags.format.view(session.screen())));
  if (reply.articles.empty()) return Exit::kNone;
  client.run_alert(words.front(), 1, reply.articles.back().number);
  return Exit::kFound;
}

struct Command {
  std::string_view name;
  Exit (*run)(const Flags& flags, Session& session, const Words& words);
};

constexpr std::array kCommands = {Command{"add", add}, Command{"list", list}, Command{"rm", remove},
                                  Command{"run", take}};

Exit run(const Flags& flags, Session& session, Words words) {
  if (words.empty()) refuse("add, list, rm or run is wanted");
  const auto command = std::ranges::find(kCommands, words.front(), &Command::name);
  if (command == kCommands.end())
    refuse("\"" + words.front() + "\" is none of its commands: add, list, rm and run");
  if (command->run != add && flags.query.is_any_set()) refuse("filters and dates belong to add");
  if (command->run != take && flags.limit) refuse("--limit belongs to run");
  if (command->run != take && !flags.format.fields.empty()) refuse("--fields belongs to run");
  words.erase(words.begin());
  return command->run(flags, session, words);
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_query_flags(app, flags->query);
  app.add_option("--limit", flags->limit, "Articles that run takes at most (otherwise 100)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  add_format_flag(app, flags->format, alerts_formats());
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kAlerts = {.name = "alerts",
                      .arguments = "add NAME [QUERY...] | list | rm NAME | run NAME",
                      .summary = "Keep searches in the daemon and take what they found since",
                      .examples = R"(  assay alerts add carers '"unpaid carers"' --rating inadequate
  assay alerts run carers
)",
                      .define = define};

}  // namespace assay::cli
