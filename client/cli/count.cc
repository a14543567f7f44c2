// assay count: the exact number of articles.
#include <CLI/CLI.hpp>
#include <memory>

#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/remarks.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

Exit run(const QueryFlags& flags, Session& session, const std::vector<std::string>& words) {
  const SearchRequest request = make_request(flags, words, session);
  const SearchReply reply = session.connect().search(request);
  write_output(std::to_string(reply.total) + '\n');
  print_remarks(reply.notes, reply.suggestion, Remarks::kNone);
  return reply.total > 0 ? Exit::kFound : Exit::kNone;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<QueryFlags>();
  add_query_flags(app, *flags);
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kCount = {.name = "count",
                     .arguments = "[QUERY...]",
                     .summary = "Print how many articles match",
                     .examples = R"(  assay count '"direct payments"' --rating inadequate
  if assay count 'rating:inadequate since:yesterday' > /dev/null; then echo news; fi
)",
                     .define = define};

}  // namespace assay::cli
