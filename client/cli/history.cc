// assay history: the ratings of a council, as the articles tell them.
#include <memory>

#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/history_format.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

Exit run(const Choice<Format<History>>& format, const Session& session,
         const std::vector<std::string>& words) {
  if (words.empty())
    throw Error(ErrorKind::kInvalid, "history: a COUNCIL is wanted; see assay history --help");
  std::string council = joined(words);
  Client client = session.connect();
  const History history =
      with_full_names(client, {.councils = {&council}}, [&] { return client.history(council); });
  write_output(format->print(history, format.view(session.screen())));
  return history.events.empty() ? Exit::kNone : Exit::kFound;
}

Action define(CLI::App& app) {
  const auto format = std::make_shared<Choice<Format<History>>>();
  add_format_flag(app, *format, history_formats());
  return [format](Session& session, const auto& words) { return run(*format, session, words); };
}

}  // namespace

const Verb kHistory = {.name = "history",
                       .arguments = "COUNCIL",
                       .summary = "Show the ratings that articles tell of a council",
                       .examples = "  assay history East Riding\n",
                       .define = define};

}  // namespace assay::cli
