// assay get: one article, with the evidence for its facets.
#include <array>
#include <memory>

#include "client/cli/article_format.h"
#include "client/cli/format_flag.h"
#include "client/cli/output.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

constexpr std::array kFormats = {&kArticleText, &kArticleJson};

Exit run(const Choice<Format<Article>>& format, const Session& session,
         const std::vector<std::string>& words) {
  if (words.size() != 1) throw Error(ErrorKind::kInvalid, "get: one ID is wanted; see assay get --help");
  write_output(format->print(session.connect().get(words.front()), format.view(session.screen())));
  return Exit::kFound;
}

Action define(CLI::App& app) {
  const auto format = std::make_shared<Choice<Format<Article>>>();
  add_format_flag<Format<Article>>(app, *format, kFormats);
  return [format](Session& session, const auto& words) { return run(*format, session, words); };
}

}  // namespace

const Verb kGet = {.name = "get",
                   .arguments = "ID",
                   .summary = "Show an article and why it has its facets",
                   .examples = R"(  assay get web/leeds-good-rating.html
  assay search safeguarding --format ids | head -1 | xargs -d '\n' assay get --
)",
                   .define = define};

}  // namespace assay::cli
