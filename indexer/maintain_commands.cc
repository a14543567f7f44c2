// The commands for the upkeep of an index: their flags, and what they print.
#include <fmt/format.h>

#include <memory>

#include "indexer/commands.h"
#include "indexer/exit_code.h"
#include "indexer/maintain/backup.h"
#include "indexer/maintain/check.h"
#include "indexer/maintain/compact.h"
#include "indexer/maintain/delete.h"
#include "indexer/maintain/disk.h"
#include "indexer/maintain/restore.h"
#include "indexer/maintain/stats.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;
using Commands = std::vector<Command>;
using maintain::megabytes;

struct DeleteOptions {
  fs::path index;
  maintain::Selection selection;
  bool dry_run = false;
};

int run_delete(const DeleteOptions& options, const taxonomy::Taxonomy& taxonomy) {
  const maintain::Deletion deletion =
      options.dry_run ? maintain::find_articles(options.index, options.selection)
                      : maintain::delete_articles(options.index, options.selection, taxonomy);
  for (const std::string& id : deletion.unknown)
    fmt::print(stderr, "assay-indexer: the index has no article '{}'\n", id);
  if (options.dry_run)
    for (const std::string& id : deletion.ids) fmt::print("{}\n", id);
  fmt::print("{} articles {}; {} not found.\n", deletion.ids.size(),
             options.dry_run ? "would be deleted" : "deleted", deletion.unknown.size());
  return deletion.unknown.empty() ? kDone : kSomeSkipped;
}

// A command that works on `options->index`, or on what `place` names.
template <typename Options, typename Run>
void add(Commands& commands, CLI::App* command, std::shared_ptr<Options> options, const Run& run,
         fs::path Options::*place = &Options::index) {
  const std::shared_ptr<const fs::path> worked_on(options, &((*options).*place));
  commands.push_back(
      {command, [options, run](const taxonomy::Taxonomy& taxonomy) -> int { return run(*options, taxonomy); },
       worked_on});
}

struct IndexOptions {
  fs::path index;
};

struct StatsOptions {
  fs::path index;
  bool json = false;
};

struct CompactOptions {
  fs::path index;
  std::uint64_t min_free = maintain::kMinFree;
};

struct CopyOptions {
  fs::path index, backup;
  std::uint64_t min_free = maintain::kMinFree;
};

template <typename Options>
std::shared_ptr<Options> options_with_index(CLI::App* command) {
  auto options = std::make_shared<Options>();
  add_index_flag(*command, options->index);
  return options;
}

int run_check(const IndexOptions& options, const taxonomy::Taxonomy&) {
  const maintain::CheckReport report = maintain::check(options.index);
  fmt::print("{}", report.text());
  return report.is_sound() ? kDone : kBadIndex;
}

int run_stats(const StatsOptions& options, const taxonomy::Taxonomy&) {
  const maintain::Stats stats = maintain::stats(options.index);
  fmt::print("{}", options.json ? to_json(stats) : to_text(stats));
  return kDone;
}

int run_compact(const CompactOptions& options, const taxonomy::Taxonomy&) {
  const maintain::Compaction done = maintain::compact(options.index, options.min_free);
  fmt::print("{} before, {} now, in {}.\n", megabytes(done.bytes_before), megabytes(done.bytes_after),
             done.generation.filename().string());
  return kDone;
}

int run_backup(const CopyOptions& options, const taxonomy::Taxonomy&) {
  const maintain::Backup done = maintain::backup(options.index, options.backup, options.min_free);
  fmt::print("{} articles in {}, {}.\n", done.articles, options.backup.string(), megabytes(done.bytes));
  return kDone;
}

int run_restore(const CopyOptions& options, const taxonomy::Taxonomy&) {
  const std::uint64_t articles = maintain::restore(options.backup, options.index, options.min_free);
  fmt::print("The index holds the {} articles of {}.\n", articles, options.backup.string());
  return kDone;
}

}  // namespace

void add_delete(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("delete", "Delete articles by their ids, or by what they have");
  const auto options = options_with_index<DeleteOptions>(command);
  command
      ->add_option("--where", options->selection.where,
                   "Articles with this value, such as rating:good; given several times, with all of them")
      ->type_name("FACET:VALUE")
      ->allow_extra_args(false);
  command->add_flag("--dry-run", options->dry_run, "Print what would be deleted, and delete nothing");
  command->add_option("ID", options->selection.ids, "Ids of articles");
  add(commands, command, options, run_delete);
}

void add_check(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("check", "Read all of an index and say whether it is sound");
  add(commands, command, options_with_index<IndexOptions>(command), run_check);
}

void add_stats(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("stats", "Print what an index holds and takes, in numbers");
  const auto options = options_with_index<StatsOptions>(command);
  command->add_flag("--json", options->json, "One JSON object");
  add(commands, command, options, run_stats);
}

void add_compact(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("compact", "Write an index anew in less room");
  const auto options = options_with_index<CompactOptions>(command);
  add_min_free_flag(*command, options->min_free);
  add(commands, command, options, run_compact);
}

void add_backup(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("backup", "Copy the last commit of an index into a new folder");
  const auto options = options_with_index<CopyOptions>(command);
  add_min_free_flag(*command, options->min_free);
  command->add_option("TARGET", options->backup, "A folder that is empty or not there yet")->required();
  add(commands, command, options, run_backup, &CopyOptions::backup);
}

void add_restore(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("restore", "Let an index hold what a backup holds");
  const auto options = options_with_index<CopyOptions>(command);
  command->add_option("--from", options->backup, "Folder of the backup")->required()->type_name("BACKUP");
  add_min_free_flag(*command, options->min_free);
  add(commands, command, options, run_restore);
}

}  // namespace assay::indexer
