#include "indexer/maintain/live_index.h"

#include "indexer/schema/index_directory.h"

namespace assay::maintain {

schema::Schema LiveIndex::schema() const {
  return schema::parse_schema(database.get_metadata(std::string(schema::kSchemaMetadataKey)));
}

LiveIndex open_live_index(const std::filesystem::path& directory) {
  return schema::open_live_generation(directory, [](const std::filesystem::path& live) {
    return LiveIndex{live, Xapian::Database(live.string(), Xapian::DB_BACKEND_GLASS)};
  });
}

void copy_commit(const std::filesystem::path& directory, const std::filesystem::path& generation,
                 int attempts) {
  const auto copy = [&](LiveIndex& index) {
    std::filesystem::remove_all(generation);
    index.database.compact(generation.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL);
    return true;
  };
  read_live_index(directory, copy, attempts);
}

}  // namespace assay::maintain
