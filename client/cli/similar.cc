// assay similar: articles like a given one.
#include <memory>

#include "client/cli/filter_flags.h"
#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/output.h"
#include "client/cli/similar_format.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

struct Flags {
  SimilarRequest request;
  Choice<Format<SimilarReply>> format;
};

Exit run(const Flags& flags, const Session& session, const std::vector<std::string>& words) {
  if (words.size() != 1)
    throw Error(ErrorKind::kInvalid, "similar: one ID is wanted; see assay similar --help");
  SimilarRequest request = flags.request;
  request.id = words.front();
  Client client = session.connect();
  const SimilarReply reply =
      with_full_names(client, {&request.filters}, [&] { return client.similar(request); });
  write_output(flags.format->print(reply, flags.format.view(session.screen())));
  return reply.hits.empty() ? Exit::kNone : Exit::kFound;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_filter_flags(app, flags->request.filters);
  app.add_option("--limit", flags->request.limit, "Hits wanted")->type_name("N")->capture_default_str();
  add_format_flag(app, flags->format, similar_formats());
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kSimilar = {.name = "similar",
                       .arguments = "ID",
                       .summary = "Find articles like a given one",
                       .examples = "  assay similar web/leeds-good-rating.html --limit 5\n",
                       .define = define};

}  // namespace assay::cli
