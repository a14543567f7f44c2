// assay history: the ratings of a council, as the articles tell them.
#include <memory>

#include "client/cli/format_flag.h"
#include "client/cli/history_format.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

Exit run(const Format<History>& format, const Session& session, const std::vector<std::string>& words) {
  if (words.empty())
    throw Error(ErrorKind::kInvalid, "history: a COUNCIL is wanted; see assay history --help");
  const History history = session.connect().history(joined(words));
  write_output(format.print(history, session.screen()));
  return history.events.empty() ? Exit::kNone : Exit::kFound;
}

Action define(CLI::App& app) {
  const auto format = std::make_shared<const Format<History>*>();
  add_format_flag(app, *format, history_formats());
  return [format](Session& session, const auto& words) { return run(**format, session, words); };
}

}  // namespace

const Verb kHistory = {.name = "history",
                       .arguments = "COUNCIL",
                       .summary = "Show the ratings that articles tell of a council",
                       .examples = "  assay history East Riding\n",
                       .define = define};

}  // namespace assay::cli
