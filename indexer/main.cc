// assay-indexer: parses the command line, calls the command, turns what it throws into an exit code.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "indexer/description.h"
#include "indexer/exit_code.h"
#include "indexer/failure.h"
#include "usage/answer.h"

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
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (const auto text =
          assay::usage::answer(arguments, assay::indexer::program_description, assay::usage::no_values)) {
    std::fputs(text->c_str(), stdout);
    return assay::indexer::kDone;
  }
  CLI::App app;
  std::string taxonomy_folder;
  const std::vector<Command> commands = assay::indexer::add_command_line(app, taxonomy_folder);
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
