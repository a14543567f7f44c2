#include "searchd/engine/index.h"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include "indexer/schema/index_directory.h"
#include "searchd/engine/failure.h"

namespace assay::engine {
namespace {

constexpr std::size_t kMaxIdle = 256;

// All 0 where there is none.
FileVersion version_of(const std::filesystem::path& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) return {};
  return {file.st_dev, file.st_ino, file.st_size, file.st_mtim.tv_sec, file.st_mtim.tv_nsec};
}

// Of the file that a commit to a glass database replaces last.
FileVersion commit_of(const std::filesystem::path& database) { return version_of(database / "iamglass"); }

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
  if (schema == nullptr) return 0;
  // Xapian counts from the start in each generation; the high half keeps the whole growing.
  return ((number_of(generation.filename().string()) - 1) << 32) + database.get_revision();
}

bool Reader::is_overtaken() const { return commit_of(generation) != version; }

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
  --index_->leased_;
  if (reader_->schema != nullptr && index_->idle_.size() < kMaxIdle)
    index_->idle_.push_back(std::move(reader_));
  index_->returned_.notify_all();
}

bool Index::Lease::catch_up() {
  const std::pair before(reader_->uuid, reader_->revision());
  try {
    index_->refresh(*reader_);
  } catch (...) {
    index_->degrade(translate_current_exception().what());
  }
  return std::pair(reader_->uuid, reader_->revision()) != before;
}

bool Index::Lease::open_anew() {
  try {
    index_->open(*reader_);
    return true;
  } catch (...) {
    index_->degrade(translate_current_exception().what());
    return false;
  }
}

// A new one where none is idle.
std::unique_ptr<Reader> Index::take_idle(Idle which) {
  const std::lock_guard lock(mutex_);
  ++leased_;
  if (idle_.empty()) return std::make_unique<Reader>();
  std::unique_ptr<Reader> reader;
  if (which == Idle::kShortest) {
    reader = std::move(idle_.back());
    idle_.pop_back();
  } else {
    reader = std::move(idle_.front());
    idle_.pop_front();
  }
  return reader;
}

Index::Lease Index::lease(const Stop& stop) {
  if (std::optional<Lease> lease = lease_now()) return *std::move(lease);
  return {*this, await_good(stop)};
}

std::optional<Index::Lease> Index::lease_now() {
  Lease lease(*this, take_idle(Idle::kShortest));
  try {
    refresh(*lease);
    return lease;
  } catch (...) {
    degrade(translate_current_exception().what());
    const std::lock_guard lock(mutex_);
    if (good_.second == 0) throw;  // there never was a good one
    if (is_good(*lease)) return lease;
    return std::nullopt;
  }
}

std::unique_ptr<Reader> Index::await_good(const Stop& stop) {
  constexpr std::chrono::milliseconds kLook{20};  // at the stop
  std::unique_lock lock(mutex_);
  for (;;) {
    const auto good = std::find_if(idle_.begin(), idle_.end(),
                                   [&](const std::unique_ptr<Reader>& reader) { return is_good(*reader); });
    if (good != idle_.end()) {
      std::unique_ptr<Reader> reader = std::move(*good);
      idle_.erase(good);
      ++leased_;
      return reader;
    }
    if (leased_ == 0) throw Failure(FailureKind::kNoIndex, health_.reason);
    check(stop);
    returned_.wait_for(lock, kLook);
  }
}

bool Index::is_good(const Reader& reader) const { return std::pair(reader.uuid, reader.revision()) == good_; }

// One after another: whoever asks meanwhile finds the others, and need not open one more.
void Index::keep_up() {
  std::size_t idle = 0;
  {
    const std::lock_guard lock(mutex_);
    idle = idle_.size();
  }
  do Lease(*this, take_idle(Idle::kLongest)).catch_up();
  while (idle-- > 1);
}

Health Index::health() const {
  const std::lock_guard lock(mutex_);
  return health_;
}

void Index::remember(const Reader& reader) {
  const std::lock_guard lock(mutex_);
  health_ = {};
  // Another reader may have gone further already.
  if (good_.first != reader.uuid || good_.second < reader.revision())
    good_ = {reader.uuid, reader.revision()};
}

void Index::degrade(const std::string& reason) {
  const std::lock_guard lock(mutex_);
  health_ = {true, reason};
}

// What cannot be read leaves the reader as it was. Xapian's own way to catch up, reopen(), does not: a file
// that it cannot read has changed its idea of the database by then.
void Index::open(Reader& reader) const {
  const FileVersion stub = version_of(schema::stub_file(directory_));
  Reader fresh = schema::open_live_generation(directory_, [](const std::filesystem::path& live) {
    Reader opened;
    opened.generation = live;
    opened.version = commit_of(live);
    opened.database = Xapian::Database(live.string(), Xapian::DB_BACKEND_GLASS);
    return opened;
  });
  fresh.stub = stub;
  fresh.uuid = fresh.database.get_uuid();
  describe(fresh);
  if (options_.in_memory) fresh.snapshot = snapshot_of(fresh);
  reader = std::move(fresh);
}

// One schema for all readers whose databases describe it alike.
void Index::describe(Reader& reader) const {
  std::string description = reader.database.get_metadata(std::string(schema::kSchemaMetadataKey));
  const std::lock_guard lock(schema_mutex_);
  if (schema_ == nullptr || description != description_) {
    schema_ = std::make_shared<const schema::Schema>(schema::parse_schema(description));
    synonyms_ = std::make_shared<const query::SynonymTable>(schema_->synonyms);
    description_ = std::move(description);
  }
  reader.schema = schema_;
  reader.synonyms = synonyms_;
}

// One for all readers of a revision. A reader that opened an earlier one than another did is overtaken.
std::shared_ptr<const snapshot::Snapshot> Index::snapshot_of(const Reader& reader) const {
  std::vector<Xapian::valueno> slots = {spec(schema::Field::kDate).slot, spec(schema::Field::kScore).slot};
  for (const schema::Facet& facet : reader.schema->facets) slots.push_back(facet.slot);
  const std::lock_guard lock(snapshot_mutex_);
  const std::uint64_t revision = reader.revision();
  const bool same_database = snapshot_ != nullptr && snapshot_uuid_ == reader.uuid;
  if (same_database && snapshot_->number() == revision) return snapshot_;
  if (same_database && snapshot_->number() > revision)
    throw Xapian::DatabaseModifiedError("commits overtook a reader while it opened");
  snapshot_ = snapshot::Snapshot::read(reader.database, revision, slots,
                                       same_database ? snapshot_.get() : nullptr, options_.cache_bytes);
  snapshot_uuid_ = reader.uuid;
  return snapshot_;
}

// Each request does this: it looks at two files and reads none.
void Index::refresh(Reader& reader) {
  const bool is_current = reader.schema != nullptr &&
                          reader.stub == version_of(schema::stub_file(directory_)) && !reader.is_overtaken();
  if (!is_current) open(reader);
  remember(reader);
}

}  // namespace assay::engine
