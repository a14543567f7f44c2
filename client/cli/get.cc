// assay get: one article, with the evidence for its facets.
#include <array>

#include "client/cli/article_format.h"
#include "client/cli/single_reply.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

constexpr std::array kFormats = {&kArticleText, &kArticleJson};

Article ask(const Session& session, const std::vector<std::string>& words) {
  if (words.size() != 1) throw Error(ErrorKind::kInvalid, "get: one ID is wanted; see assay get --help");
  return session.connect().get(words.front());
}

Action define(CLI::App& app) { return define_single<Article>(app, {kFormats, ask}); }

constexpr std::array kInstead = {Instead{"open", "assay get ID"}, Instead{"show", "assay get ID"},
                                 Instead{"read", "assay get ID"}, Instead{"cat", "assay get ID"}};

}  // namespace

const Verb kGet = {.name = "get",
                   .arguments = "ID",
                   .summary = "Show an article and why it has its facets",
                   .examples = R"(  assay get web/leeds-good-rating.html
  assay search safeguarding --format ids | head -1 | xargs -d '\n' assay get --
)",
                   .instead = kInstead,
                   .define = define};

}  // namespace assay::cli
