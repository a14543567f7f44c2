// assay compare: what is known of councils, side by side.
#include <memory>

#include "client/cli/compare_format.h"
#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/output.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

Exit run(const Choice<Format<Comparison>>& format, const Session& session,
         const std::vector<std::string>& words) {
  if (words.size() < 2)
    throw Error(ErrorKind::kInvalid, "compare: two COUNCILs or more are wanted; see assay compare --help");
  std::vector<std::string> councils = words;
  Names names;
  for (std::string& council : councils) names.councils.push_back(&council);
  Client client = session.connect();
  const Comparison comparison = with_full_names(client, names, [&] { return client.compare(councils); });
  write_output(format->print(comparison, format.view(session.screen())));
  const bool found =
      std::ranges::any_of(comparison.councils, [](const auto& council) { return council.articles > 0; });
  return found ? Exit::kFound : Exit::kNone;
}

Action define(CLI::App& app) {
  const auto format = std::make_shared<Choice<Format<Comparison>>>();
  add_format_flag(app, *format, compare_formats());
  return [format](Session& session, const auto& words) { return run(*format, session, words); };
}

}  // namespace

const Verb kCompare = {.name = "compare",
                       .arguments = "COUNCIL COUNCIL...",
                       .summary = "Show councils side by side",
                       .examples = "  assay compare Leeds 'East Riding' Hull\n",
                       .define = define};

}  // namespace assay::cli
