#include "indexer/description.h"

#include "indexer/exit_code.h"
#include "usage/build.h"
#include "usage/read.h"

namespace assay::indexer {
namespace {

constexpr const char* kSummary = "turns articles into a faceted full-text index that assay-searchd serves";

constexpr std::string_view kDescription =
    R"(Reads articles (text, Markdown, HTML, JSON Lines, CSV, feeds, PDF, WARC, and gzip of any of them), works out each one's rating, council, themes and further facets from its text, and keeps them in an index, a folder that assay-searchd(8) serves.

  assay-indexer build --index ~/articles.index ~/articles
  assay-indexer watch --index ~/articles.index ~/articles

The first reads what is new or has changed and drops what is gone. The second goes on doing so until SIGTERM or SIGINT. A daemon on the index sees each commit at once. One process at a time writes an index.

A file that cannot be read is named on standard error, and the others are indexed.)";

const std::vector<usage::ExitCode> kExitCodes = {
    {kDone, "done"},
    {kSomeSkipped, "done but something was skipped"},
    {kBadUsage, "bad usage"},
    {kBadIndex, "the index is locked, damaged or of another format"},
    {kNoResource, "disk full or another system error"},
    {kInternal, "internal error"}};

}  // namespace

std::vector<Command> add_command_line(CLI::App& app, std::string& taxonomy_folder) {
  app.description("Turns articles into a faceted full-text index that assay-searchd serves.");
  app.name("assay-indexer");
  app.set_version_flag("--version", usage::version_text("assay-indexer"));
  app.require_subcommand(1);
  app.footer("Exit codes: " + usage::in_a_line(kExitCodes) + ".");
  app.add_option("--taxonomy", taxonomy_folder, "Folder of a taxonomy to use instead of the built-in one")
      ->type_name("DIR");
  app.fallthrough();
  return add_commands(app);
}

usage::Program program_description() {
  CLI::App app;
  std::string taxonomy_folder;
  usage::Program program{.name = "assay-indexer",
                         .section = 1,
                         .arguments = "COMMAND [ARGUMENT...] [OPTIONS]",
                         .summary = kSummary,
                         .description = kDescription,
                         .exit_codes = kExitCodes,
                         .see_also = "assay(1), assay-searchd(8)"};
  for (const Command& command : add_command_line(app, taxonomy_folder))
    program.commands.push_back(usage::command_of(*command.app));
  program.flags = usage::flags_of(app);
  return program;
}

}  // namespace assay::indexer
