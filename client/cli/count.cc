// assay count: the exact number of articles.
#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "client/cli/count_format.h"
#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/remarks.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

constexpr std::array kFormats = {&kCountText, &kCountJson};

struct Flags {
  QueryFlags query;
  Choice<Format<SearchReply>> format;
};

Exit run(const Flags& flags, Session& session, const std::vector<std::string>& words) {
  SearchRequest request = make_request(flags.query, words, session);
  Client client = session.connect();
  const SearchReply reply =
      with_full_names(client, {&request.filters}, [&] { return client.search(request); });
  write_output(flags.format->print(reply, flags.format.view(session.screen())));
  print_remarks(reply.notes, reply.suggestion, flags.format->shows);
  return reply.total > 0 ? Exit::kFound : Exit::kNone;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_query_flags(app, flags->query);
  add_format_flag<Format<SearchReply>>(app, flags->format, kFormats);
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kCount = {.name = "count",
                     .arguments = "[QUERY...]",
                     .summary = "Print how many articles match",
                     .examples = R"(  assay count '"direct payments"' --rating inadequate
  if assay count 'rating:inadequate since:yesterday' > /dev/null; then echo news; fi
)",
                     .paged = false,
                     .define = define};

}  // namespace assay::cli
