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

}  // namespace

void add_delete(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("delete", "Delete articles by their ids, or by what they have");
  const auto options = std::make_shared<DeleteOptions>();
  add_index_flag(*command, options->index);
  command
      ->add_option("--where", options->selection.where,
                   "Articles with this value, such as rating:good; given several times, with all of them")
      ->type_name("FACET:VALUE")
      ->allow_extra_args(false);
  command->add_flag("--dry-run", options->dry_run, "Print what would be deleted, and delete nothing");
  command->add_option("ID", options->selection.ids, "Ids of articles");
  commands.push_back(
      {command, [options](const taxonomy::Taxonomy& taxonomy) { return run_delete(*options, taxonomy); }});
}

void add_check(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("check", "Read all of an index and say whether it is sound");
  const auto index = std::make_shared<fs::path>();
  add_index_flag(*command, *index);
  commands.push_back({command, [index](const taxonomy::Taxonomy&) -> int {
                        const maintain::CheckReport report = maintain::check(*index);
                        fmt::print("{}", report.text());
                        return report.is_sound() ? kDone : kBadIndex;
                      }});
}

void add_stats(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("stats", "Print what an index holds and takes, in numbers");
  struct Options {
    fs::path index;
    bool json = false;
  };
  const auto options = std::make_shared<Options>();
  add_index_flag(*command, options->index);
  command->add_flag("--json", options->json, "One JSON object");
  commands.push_back({command, [options](const taxonomy::Taxonomy&) -> int {
                        const maintain::Stats stats = maintain::stats(options->index);
                        fmt::print("{}", options->json ? to_json(stats) : to_text(stats));
                        return kDone;
                      }});
}

void add_compact(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("compact", "Write an index anew in less room");
  const auto index = std::make_shared<fs::path>();
  add_index_flag(*command, *index);
  commands.push_back({command, [index](const taxonomy::Taxonomy&) -> int {
                        const maintain::Compaction done = maintain::compact(*index);
                        fmt::print("{} before, {} now, in {}.\n", megabytes(done.bytes_before),
                                   megabytes(done.bytes_after), done.generation.filename().string());
                        return kDone;
                      }});
}

void add_backup(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("backup", "Copy the last commit of an index into a new folder");
  struct Options {
    fs::path index, target;
  };
  const auto options = std::make_shared<Options>();
  add_index_flag(*command, options->index);
  command->add_option("TARGET", options->target, "A folder that is empty or not there yet")->required();
  commands.push_back({command, [options](const taxonomy::Taxonomy&) -> int {
                        const maintain::Backup done = maintain::backup(options->index, options->target);
                        fmt::print("{} articles in {}, {}.\n", done.articles, options->target.string(),
                                   megabytes(done.bytes));
                        return kDone;
                      }});
}

void add_restore(CLI::App& app, Commands& commands) {
  CLI::App* command = app.add_subcommand("restore", "Let an index hold what a backup holds");
  struct Options {
    fs::path backup, index;
  };
  const auto options = std::make_shared<Options>();
  command->add_option("--from", options->backup, "Folder of the backup")->required()->type_name("BACKUP");
  add_index_flag(*command, options->index);
  commands.push_back({command, [options](const taxonomy::Taxonomy&) -> int {
                        const std::uint64_t articles = maintain::restore(options->backup, options->index);
                        fmt::print("The index holds the {} articles of {}.\n", articles,
                                   options->backup.string());
                        return kDone;
                      }});
}

}  // namespace assay::indexer
