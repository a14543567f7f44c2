#include "searchd/engine/index.h"

#include <charconv>
#include <utility>

#include "indexer/schema/index_directory.h"

namespace assay::engine {
namespace {

// "gen-000002" -> 2
std::uint64_t number_of(const std::string& generation) {
  std::uint64_t number = 0;
  const std::size_t digits = generation.find_first_of("0123456789");
  if (digits != std::string::npos)
    std::from_chars(generation.data() + digits, generation.data() + generation.size(), number);
  return number;
}

}  // namespace

std::uint64_t Reader::revision() const {
  // Xapian counts from the start in each generation; the high half keeps the whole growing.
  return ((number_of(generation) - 1) << 32) + database.get_revision();
}

const CopyGroups& Reader::copy_groups(const Stop& stop) const {
  if (!groups_ || groups_revision_ != revision() || groups_uuid_ != uuid) {
    groups_.reset();
    groups_.emplace(database, stop);
    groups_uuid_ = uuid;
    groups_revision_ = revision();
  }
  return *groups_;
}

Index::Lease::~Lease() {
  if (reader_ == nullptr) return;
  const std::lock_guard lock(index_->mutex_);
  index_->idle_.push_back(std::move(reader_));
}

bool Index::Lease::catch_up() {
  const std::pair before(reader_->uuid, reader_->revision());
  index_->refresh(*reader_);
  return std::pair(reader_->uuid, reader_->revision()) != before;
}

Index::Lease Index::lease() {
  std::unique_ptr<Reader> reader;
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      reader = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (reader == nullptr) reader = std::make_unique<Reader>();
  refresh(*reader);
  return {*this, std::move(reader)};
}

void Index::open(Reader& reader) const {
  const std::filesystem::path live = schema::live_generation(directory_);
  reader.database = Xapian::Database(live.string(), Xapian::DB_BACKEND_GLASS);
  reader.generation = live.filename().string();
  reader.uuid = reader.database.get_uuid();
}

void Index::refresh(Reader& reader) const {
  if (reader.generation != schema::live_generation(directory_).filename().string()) {
    open(reader);
  } else {
    reader.database.reopen();
    // The folder was removed and made again under the same name.
    if (reader.database.get_uuid() != reader.uuid) open(reader);
  }
  std::string description = reader.database.get_metadata(std::string(schema::kSchemaMetadataKey));
  if (reader.schema != nullptr && description == reader.description) return;
  reader.schema = std::make_shared<const schema::Schema>(schema::parse_schema(description));
  reader.synonyms = std::make_shared<const query::SynonymTable>(reader.schema->synonyms);
  reader.description = std::move(description);
}

}  // namespace assay::engine
