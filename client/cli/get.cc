// assay get: one article, with the evidence for its facets.
#include <CLI/CLI.hpp>
#include <memory>

#include "client/cli/article_format.h"
#include "client/cli/output.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

Exit run(const std::string& format, const Session& session, const std::vector<std::string>& words) {
  if (words.size() != 1) throw Error(ErrorKind::kInvalid, "get: one ID is wanted; see assay get --help");
  const Article article = session.connect().get(words.front());
  write_output(format == "json" ? article_json(article) : article_text(article, session.screen()));
  return Exit::kFound;
}

Action define(CLI::App& app) {
  const auto format = std::make_shared<std::string>("text");
  app.add_option("--format", *format, "How to write the article")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  return [format](Session& session, const auto& words) { return run(*format, session, words); };
}

}  // namespace

const Verb kGet = {.name = "get",
                   .arguments = "ID",
                   .summary = "Show an article and why it has its facets",
                   .examples = R"(  assay get press/leeds-good.txt
  assay search safeguarding --format ids | head -1 | xargs -d '\n' assay get --
)",
                   .define = define};

}  // namespace assay::cli
