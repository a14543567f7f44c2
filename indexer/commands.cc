#include "indexer/commands.h"

#include <memory>

#include "indexer/build.h"
#include "indexer/export_file.h"
#include "indexer/inspect.h"
#include "indexer/watch.h"

namespace assay::indexer {

std::vector<Command> add_commands(CLI::App& app) {
  std::vector<Command> commands;
  for (const auto add : {add_build, add_watch, add_status, add_inspect, add_export, add_delete, add_check,
                         add_stats, add_compact, add_backup, add_restore})
    add(app, commands);
  return commands;
}

void add_index_flag(CLI::App& command, std::filesystem::path& index) {
  command.add_option("--index", index, "Folder of the index")->required()->type_name("DIR");
}

void add_min_free_flag(CLI::App& command, std::uint64_t& bytes) {
  constexpr std::uint64_t kMost = 1U << 30U;  // so that they can be told in bytes
  command
      .add_option_function<std::uint64_t>(
          "--min-free", [&bytes](std::uint64_t mebibytes) { bytes = mebibytes << 20U; },
          "What has to stay free on the index's disk; with less, nothing is written")
      ->check(CLI::Range(std::uint64_t{0}, kMost))
      ->default_str(std::to_string(bytes >> 20U))
      ->type_name("MiB");
}

namespace {

void add_resource_flags(CLI::App& command, Resources& resources) {
  command.add_option("--threads", resources.threads, "Threads that work; 0: as many as there are cores")
      ->check(CLI::Range(0, 256))
      ->capture_default_str()
      ->type_name("N");
  command.add_option("--memory", resources.memory_mib, "About how much memory it may take")
      ->check(CLI::Range(64, 1 << 20))
      ->capture_default_str()
      ->type_name("MiB");
}

}  // namespace

void add_build(CLI::App& app, std::vector<Command>& commands) {
  CLI::App* build = app.add_subcommand("build", "Add articles to an index, making it if needed");
  const auto options = std::make_shared<BuildOptions>();
  add_index_flag(*build, options->index);
  build->add_flag("--fresh", options->fresh,
                  "Make a new index beside the old one, which serves until it is done");
  build->add_flag("--keep-missing", options->keep_missing, "Keep the articles of files that vanished");
  build->add_flag("-n,--dry-run", options->dry_run,
                  "Only print which files would be added (+), read again (~), removed (-)");
  build
      ->add_option("--commit-every", options->articles_per_commit,
                   "Articles between two commits; what was committed survives a crash")
      ->check(CLI::PositiveNumber)
      ->capture_default_str()
      ->type_name("N");
  add_resource_flags(*build, options->resources);
  add_min_free_flag(*build, options->min_free);
  build->add_flag("-q,--quiet", options->quiet, "No progress bar and no summary; only what was skipped");
  build->add_option("PATH", options->paths, "Files and folders of articles; - is standard input")->required();
  commands.push_back(
      {build,
       [options](const taxonomy::Taxonomy& taxonomy) { return indexer::build(*options, taxonomy); },
       {options, &options->index}});
}

void add_watch(CLI::App& app, std::vector<Command>& commands) {
  CLI::App* watch = app.add_subcommand("watch", "Keep an index up to date with folders, until it is stopped");
  const auto options = std::make_shared<WatchOptions>();
  add_index_flag(*watch, options->index);
  watch->add_option("--rescan", options->rescan, "Longest time between two looks at all files")
      ->check(CLI::PositiveNumber)
      ->capture_default_str()
      ->type_name("SECONDS");
  add_min_free_flag(*watch, options->min_free);
  watch->add_flag("--keep-missing", options->keep_missing, "Keep the articles of files that vanish");
  add_resource_flags(*watch, options->resources);
  watch->add_option("PATH", options->paths, "Files and folders of articles")
      ->required()
      ->check(CLI::ExistingPath);
  commands.push_back(
      {watch,
       [options](const taxonomy::Taxonomy& taxonomy) { return indexer::watch(*options, taxonomy); },
       {options, &options->index}});
}

void add_status(CLI::App& app, std::vector<Command>& commands) {
  CLI::App* status = app.add_subcommand("status", "Print as JSON what the watch of an index does");
  const auto index = std::make_shared<std::filesystem::path>();
  add_index_flag(*status, *index);
  commands.push_back({status, [index](const taxonomy::Taxonomy&) { return print_status(*index); }, index});
}

void add_inspect(CLI::App& app, std::vector<Command>& commands) {
  CLI::App* inspect = app.add_subcommand("inspect", "Print as JSON what an index would say of articles");
  const auto options = std::make_shared<InspectOptions>();
  inspect->add_flag("--explain", options->explain,
                    "For people: each sentence with what was concluded and refused");
  inspect->add_option("PATH", options->paths, "Files and folders of articles; - is standard input")
      ->required();
  commands.push_back({inspect, [options](const taxonomy::Taxonomy& taxonomy) {
                        return indexer::inspect(*options, taxonomy);
                      }});
}

void add_export(CLI::App& app, std::vector<Command>& commands) {
  CLI::App* command =
      app.add_subcommand("export", "Print every article as JSON Lines, which build takes as they stand");
  struct Options {
    std::filesystem::path index, output;
  };
  const auto options = std::make_shared<Options>();
  add_index_flag(*command, options->index);
  command->add_option("--output", options->output, "A file to write instead of standard output")
      ->type_name("FILE");
  commands.push_back(
      {command,
       [options](const taxonomy::Taxonomy&) { return export_to(options->index, options->output); },
       {options, &options->index}});
}

}  // namespace assay::indexer
