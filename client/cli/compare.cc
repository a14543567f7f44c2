// assay compare: what is known of councils, side by side.
#include <algorithm>

#include "client/cli/compare_format.h"
#include "client/cli/full_names.h"
#include "client/cli/single_reply.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

Comparison ask(const Session& session, const std::vector<std::string>& words) {
  if (words.size() < 2)
    throw Error(ErrorKind::kInvalid, "compare: two COUNCILs or more are wanted; see assay compare --help");
  std::vector<std::string> councils = words;
  Names names;
  for (std::string& council : councils) names.councils.push_back(&council);
  Client client = session.connect();
  return with_full_names(client, names, [&] { return client.compare(councils); });
}

bool tells_any(const Comparison& comparison) {
  return std::ranges::any_of(comparison.councils, [](const auto& council) { return council.articles > 0; });
}

Action define(CLI::App& app) { return define_single<Comparison>(app, {compare_formats(), ask, tells_any}); }

}  // namespace

const Verb kCompare = {.name = "compare",
                       .arguments = "COUNCIL COUNCIL...",
                       .summary = "Show councils side by side",
                       .examples = "  assay compare Leeds 'East Riding' Hull\n",
                       .define = define};

}  // namespace assay::cli
