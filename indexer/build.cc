#include "indexer/build.h"

#include <fmt/format.h>

#include <xapian.h>

#include <cstdio>
#include <utility>

#include "indexer/difference.h"
#include "indexer/exit_code.h"
#include "indexer/progress.h"
#include "indexer/schema/index_directory.h"
#include "indexer/summary.h"
#include "indexer/update.h"
#include "indexer/walk.h"
#include "indexer/write/writer.h"

namespace assay::indexer {
namespace {

void print_files(const char* mark, const std::vector<Input>& inputs) {
  for (const Input& input : inputs) fmt::print("{} {}\n", mark, input.source.path.string());
}

// Reads the index, if there is one, and needs no lock.
int dry_run(const BuildOptions& options, const taxonomy::Taxonomy& taxonomy) {
  const bool has_index = !options.fresh && schema::has_index(options.index);
  const Xapian::Database database =
      has_index ? schema::open_live_generation(
                      options.index, [](const auto& live) { return Xapian::Database(live.string()); })
                : Xapian::Database();
  const Walk files = walk(options.paths);
  FileHashes hashes;
  const Difference difference = compare(files, Provenance(database, reading_of(taxonomy)), hashes);
  print_files("+", difference.added);
  print_files("~", difference.changed);
  for (const std::string& path : difference.vanished) fmt::print("- {}\n", path);
  fmt::print("{} files to add, {} to read again, {} vanished, {} as they were; {} cannot be listed.\n",
             difference.added.size(), difference.changed.size(), difference.vanished.size(),
             difference.current.size(), files.problems.size());
  return files.problems.empty() ? kDone : kSomeSkipped;
}

void tell(const std::string& line, const BuildOptions& options) {
  if (options.quiet) return;
  fmt::print("{}\n", line);
  std::fflush(stdout);
}

void tell_of_retagging(const Difference& difference, const Provenance& known, const BuildOptions& options) {
  std::size_t articles = 0;
  for (const std::string& path : difference.read_otherwise) articles += known.articles_of(path);
  if (articles > 0)
    tell(fmt::format("The taxonomy or the rules changed: {} articles are tagged anew.", articles), options);
}

// 0 where there is none, or none that is whole.
std::uint64_t size_of_live(const std::filesystem::path& index) {
  try {
    const std::filesystem::path live = schema::live_generation(index);
    return std::filesystem::exists(live) ? maintain::bytes_in(live) : 0;
  } catch (const schema::DirectoryError&) {
    return 0;
  }
}

// Of the index that these files make, at most, before it is compacted: 2.3 times plain text was measured;
// markup makes less. Standard input and what is packed do not tell.
constexpr double kIndexOverSources = 2.5;

std::uint64_t reckoned_size(const std::vector<Input>& sources) {
  std::uintmax_t bytes = 0;
  for (const Input& input : sources)
    if (std::error_code error; !input.file.path.empty())
      if (const auto size = std::filesystem::file_size(input.file.path, error); !error) bytes += size;
  return static_cast<std::uint64_t>(kIndexOverSources * static_cast<double>(bytes));
}

void report_skipped(const Summary& summary) {
  for (const read::Problem& problem : summary.skipped())
    fmt::print(stderr, "assay-indexer: skipped {}\n", to_text(problem));
}

}  // namespace

int build(const BuildOptions& options, const taxonomy::Taxonomy& taxonomy) {
  if (options.dry_run) return dry_run(options, taxonomy);
  IndexWriter writer(options.index, taxonomy, options.fresh);
  // A fresh index will be about as large as the old one, which stays until it is whole.
  maintain::require_space(options.index, options.fresh ? size_of_live(options.index) : 0, options.min_free);
  Summary summary;
  Walk files = walk(options.paths);
  FileHashes hashes;
  const Difference difference = compare(files, writer.files(), hashes);
  if (writer.articles() == 0 && options.min_free > 0)
    maintain::require_space(options.index, reckoned_size(difference.added), options.min_free);
  tell_of_retagging(difference, writer.files(), options);
  for (const Input& input : difference.current) summary.leave(writer.files().articles_of(input.file.path));
  for (read::Problem& problem : files.problems) summary.skip(std::move(problem));
  summary.ignore(files.ignored);
  {
    Progress progress(difference.added.size() + difference.changed.size(), !options.quiet);
    UpdateOptions how;
    how.articles_per_commit = options.articles_per_commit;
    how.keep_missing = options.keep_missing;
    how.committed = [&](std::size_t articles) { tell(fmt::format("committed {}", articles), options); };
    how.go_on = [&] { maintain::require_space(options.index, 0, options.min_free); };
    how.resources = options.resources;
    how.step = [&](const std::string& id) { progress.step(id); };
    update(writer, difference, how, summary);
  }
  if (options.fresh) writer.publish();
  summary.set_index_articles(writer.articles());
  report_skipped(summary);
  if (!options.quiet) fmt::print("{}", summary.text(taxonomy));
  return summary.anything_skipped() ? kSomeSkipped : kDone;
}

}  // namespace assay::indexer
