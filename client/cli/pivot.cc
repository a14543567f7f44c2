// assay pivot: how the matches spread over two facets at once.
#include <memory>

#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/output.h"
#include "client/cli/pivot_format.h"
#include "client/cli/query_flags.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

struct Flags {
  QueryFlags query;
  std::string rows = "council", columns = "rating";
  Choice<Format<PivotReply>> format;
};

Exit run(const Flags& flags, Session& session, const std::vector<std::string>& words) {
  PivotRequest request{make_request(flags.query, words, session), flags.rows, flags.columns};
  Client client = session.connect();
  const PivotReply reply =
      with_full_names(client, {&request.search.filters, {&request.rows, &request.columns}},
                      [&] { return client.pivot(request); });
  write_output(flags.format->print(reply, flags.format.view(session.screen())));
  print_remarks(reply.notes, {}, flags.format->shows);
  return reply.total > 0 ? Exit::kFound : Exit::kNone;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_query_flags(app, flags->query);
  app.add_option("--rows", flags->rows, "The facet with a row for each value")
      ->type_name("FACET")
      ->capture_default_str();
  app.add_option("--cols", flags->columns, "The facet with a column for each value")
      ->type_name("FACET")
      ->capture_default_str();
  add_format_flag(app, flags->format, pivot_formats());
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kPivot = {.name = "pivot",
                     .arguments = "[QUERY...]",
                     .summary = "Count the matches of two facets' values in a table",
                     .examples = R"(  assay pivot --rows council --cols rating --region London
  assay pivot '"unpaid carers"' --rows theme --cols rating --format csv > carers.csv
)",
                     .define = define};

}  // namespace assay::cli
