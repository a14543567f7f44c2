// assay-indexer: parses the command line, calls the command, turns what it throws into an exit code.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "indexer/commands.h"
#include "indexer/exit_code.h"
#include "indexer/failure.h"

namespace {

using assay::indexer::Command;
using assay::taxonomy::Taxonomy;

Taxonomy load_taxonomy(const std::string& folder) {
  return folder.empty() ? Taxonomy::built_in() : Taxonomy::load(folder);
}

// To be called inside a catch block; gives the exit code.
int fail(const std::filesystem::path& place) {
  const assay::indexer::Failure failure = assay::indexer::translate_current_exception(place);
  std::fprintf(stderr, "assay-indexer: %s\n", failure.message.c_str());
  return failure.exit_code;
}

int run(int argc, char** argv) {
  CLI::App app{"Turns articles into a faceted full-text index that assay-searchd serves."};
  app.name("assay-indexer");
  app.set_version_flag("--version", "assay-indexer " ASSAY_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done, 1 done but something was skipped, 2 bad usage, 3 the index is locked, damaged\n"
      "or of another format, 4 disk full or another system error.");
  std::string taxonomy_folder;
  app.add_option("--taxonomy", taxonomy_folder, "Folder of a taxonomy to use instead of the built-in one")
      ->type_name("DIR");
  app.fallthrough();
  const std::vector<Command> commands = assay::indexer::add_commands(app);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? assay::indexer::kDone : assay::indexer::kBadUsage;
  }
  const auto asked =
      std::ranges::find_if(commands, [](const Command& command) { return command.app->parsed(); });
  if (asked->place) assay::indexer::end_cleanly_on_terminate(*asked->place);
  try {
    const int code = asked->run(load_taxonomy(taxonomy_folder));
    if (std::fflush(stdout) != 0)
      throw std::system_error(errno, std::generic_category(), "cannot write standard output");
    return code;
  } catch (...) {
    return fail(asked->place ? *asked->place : std::filesystem::path());
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (...) {
    return fail({});
  }
}
