#include "indexer/maintain/restore.h"

#include "indexer/maintain/check.h"
#include "indexer/maintain/disk.h"
#include "indexer/maintain/live_index.h"
#include "indexer/schema/index_directory.h"

namespace assay::maintain {

std::uint64_t restore(const std::filesystem::path& backup, const std::filesystem::path& directory,
                      std::uint64_t min_free) {
  const CheckReport report = check(backup);
  if (!report.is_sound())
    throw schema::DirectoryError("the backup " + backup.string() + " is damaged: " + report.faults.front() +
                                 "; the index was left as it is");
  const schema::WriterLock lock(directory);
  schema::remove_abandoned_generations(directory);
  require_space(directory, bytes_in(schema::live_generation(backup)), min_free);
  Unfinished fresh(schema::next_generation(directory));
  copy_commit(backup, fresh.path());
  schema::publish_generation(directory, fresh.path(), [&] { fresh.keep(); });
  schema::remove_abandoned_generations(directory);
  return report.articles;
}

}  // namespace assay::maintain
