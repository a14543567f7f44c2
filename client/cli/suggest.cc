// assay suggest: how a text that is being typed may go on.
#include <memory>

#include "client/cli/format_flag.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/suggest_format.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

struct Flags {
  std::uint32_t limit = 5;
  Choice<Format<SuggestReply>> format;
};

Exit run(const Flags& flags, const Session& session, const std::vector<std::string>& words) {
  if (words.empty()) throw Error(ErrorKind::kInvalid, "suggest: a TEXT is wanted; see assay suggest --help");
  const SuggestReply reply = session.connect().suggest(joined(words), flags.limit);
  write_output(flags.format->print(reply, flags.format.view(session.screen())));
  return reply.suggestions.empty() ? Exit::kNone : Exit::kFound;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  app.add_option("--limit", flags->limit, "Suggestions of each kind")
      ->type_name("N")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  add_format_flag(app, flags->format, suggest_formats());
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kSuggest = {.name = "suggest",
                       .arguments = "TEXT...",
                       .summary = "Suggest words, facet values and titles that begin so",
                       .examples = "  assay suggest stoke\n",
                       .define = define};

}  // namespace assay::cli
