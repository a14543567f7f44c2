// assay history: the ratings of a council, as the articles tell them.
#include "client/cli/full_names.h"
#include "client/cli/history_format.h"
#include "client/cli/query_flags.h"
#include "client/cli/single_reply.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

History ask(const Session& session, const std::vector<std::string>& words) {
  if (words.empty())
    throw Error(ErrorKind::kInvalid, "history: a COUNCIL is wanted; see assay history --help");
  std::string council = joined(words);
  Client client = session.connect();
  return with_full_names(client, {.councils = {&council}}, [&] { return client.history(council); });
}

bool tells_any(const History& history) { return !history.events.empty(); }

Action define(CLI::App& app) { return define_single<History>(app, {history_formats(), ask, tells_any}); }

}  // namespace

const Verb kHistory = {.name = "history",
                       .arguments = "COUNCIL",
                       .summary = "Show the ratings that articles tell of a council",
                       .examples = "  assay history East Riding\n",
                       .define = define};

}  // namespace assay::cli
