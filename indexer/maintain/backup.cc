#include "indexer/maintain/backup.h"

#include "indexer/maintain/disk.h"
#include "indexer/maintain/live_index.h"
#include "indexer/maintain/usage_error.h"
#include "indexer/schema/index_directory.h"

namespace assay::maintain {
namespace {

namespace fs = std::filesystem;

// More than for other readers: a backup by night should not fail for a writer that commits now and then.
constexpr int kAttemptsAtCopying = 10;

}  // namespace

Backup backup(const fs::path& directory, const fs::path& target, std::uint64_t min_free) {
  const fs::path live = schema::live_generation(directory);
  const bool exists = fs::exists(target);
  if (exists && (!fs::is_directory(target) || !fs::is_empty(target)))
    throw UsageError(target.string() + " is there already; a backup goes into a new or an empty folder");
  fs::create_directories(target);
  const fs::path generation = schema::next_generation(target);
  Unfinished draft(exists ? generation : target);
  if (!exists) schema::sync(target / "..");
  require_space(target, bytes_in(live), min_free);
  copy_commit(directory, generation, kAttemptsAtCopying);
  schema::publish_generation(target, generation, [&] { draft.keep(); });
  return {Xapian::Database(generation.string()).get_doccount(), bytes_in(generation)};
}

}  // namespace assay::maintain
