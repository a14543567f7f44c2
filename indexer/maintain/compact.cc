#include "indexer/maintain/compact.h"

#include "indexer/maintain/disk.h"
#include "indexer/maintain/live_index.h"
#include "indexer/schema/index_directory.h"

namespace assay::maintain {

Compaction compact(const std::filesystem::path& directory, std::uint64_t min_free) {
  schema::live_generation(directory);  // before the lock, which would make a folder for an index that is none
  const schema::WriterLock lock(directory);
  schema::remove_abandoned_generations(directory);
  Compaction done;
  done.bytes_before = bytes_in(schema::live_generation(directory));
  require_space(directory, done.bytes_before, min_free);
  Unfinished fresh(schema::next_generation(directory));
  copy_commit(directory, fresh.path());
  done.bytes_after = bytes_in(fresh.path());
  schema::publish_generation(directory, fresh.path(), [&] { fresh.keep(); });
  schema::remove_abandoned_generations(directory);
  done.generation = fresh.path();
  return done;
}

}  // namespace assay::maintain
