// assay explain: how a query is read, and what its words stand for.
#include <memory>

#include "client/cli/explain_format.h"
#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

struct Flags {
  QueryFlags query;
  Choice<Format<Explanation>> format;
};

Exit run(const Flags& flags, Session& session, const std::vector<std::string>& words) {
  SearchRequest request = make_request(flags.query, words, session);
  Client client = session.connect();
  const Explanation explanation =
      with_full_names(client, {&request.filters}, [&] { return client.explain(request); });
  write_output(flags.format->print(explanation, flags.format.view(session.screen())));
  print_remarks(explanation.notes, {}, flags.format->shows);
  return explanation.total > 0 ? Exit::kFound : Exit::kNone;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_query_flags(app, flags->query);
  add_format_flag(app, flags->format, explain_formats());
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kExplain = {.name = "explain",
                       .arguments = "[QUERY...]",
                       .summary = "Show how a query is read and what its words stand for",
                       .examples = "  assay explain 'assess* NEAR/5 delay'\n",
                       .define = define};

}  // namespace assay::cli
