#include "searchd/alerts/alert_store.h"

#include <algorithm>
#include <mutex>

#include "searchd/alerts/sqlite.h"

namespace assay::alerts {
namespace {

using Statement = Sqlite::Statement;

// article: every article that the alert knows, by its key. number 0: it matched before the alert was added;
// else the how many-th it was. hit: kept until it is acknowledged.
constexpr const char* kTables = R"(
  CREATE TABLE IF NOT EXISTS alert (
    name BLOB PRIMARY KEY, request BLOB NOT NULL, canonical_query BLOB NOT NULL, mark BLOB NOT NULL,
    added_at INTEGER NOT NULL, acknowledged INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS article (
    alert BLOB NOT NULL REFERENCES alert(name) ON DELETE CASCADE, key BLOB NOT NULL,
    number INTEGER NOT NULL, hit BLOB, PRIMARY KEY (alert, key)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS article_number ON article (alert, number);
)";
constexpr std::int64_t kVersion = 1;  // of the tables

const std::string kSelectAlerts =
    "SELECT name, request, canonical_query, mark, added_at, total - acknowledged, total FROM alert ";

StoredAlert alert_at(const Statement& row) {
  return {row.bytes(0),
          row.bytes(1),
          row.bytes(2),
          row.bytes(3),
          row.number(4),
          static_cast<std::uint64_t>(row.number(5)),
          static_cast<std::uint64_t>(row.number(6))};
}

// False: the alert knew the article.
bool insert(Sqlite& sqlite, const std::string& alert, const std::string& key, std::int64_t number,
            const std::string& hit) {
  Statement insert(sqlite, "INSERT OR IGNORE INTO article VALUES (?, ?, ?, ?)");
  insert << alert << key << number << hit;
  insert.next();
  return sqlite.changes() > 0;
}

}  // namespace

struct AlertStore::Impl {
  explicit Impl(const std::filesystem::path& file) : sqlite(file) {}
  Sqlite sqlite;
  std::mutex mutex;
};

AlertStore::AlertStore(const std::filesystem::path& folder)
    : impl_(std::make_unique<Impl>(folder / "alerts.sqlite3")) {
  Sqlite& sqlite = impl_->sqlite;
  sqlite.run("PRAGMA journal_mode = WAL");
  sqlite.run("PRAGMA synchronous = FULL");
  sqlite.run("PRAGMA foreign_keys = ON");
  Statement version(sqlite, "PRAGMA user_version");
  version.next();
  if (version.number(0) > kVersion) throw StoreError("the store of alerts was made by a newer assay-searchd");
  sqlite.run(kTables);
  sqlite.run("PRAGMA user_version = " + std::to_string(kVersion));
}
AlertStore::~AlertStore() = default;

bool AlertStore::add(const StoredAlert& alert, const std::vector<std::string>& known) {
  const std::lock_guard lock(impl_->mutex);
  Sqlite::Transaction transaction(impl_->sqlite);
  Statement insert_alert(impl_->sqlite,
                         "INSERT OR IGNORE INTO alert (name, request, canonical_query, mark, added_at) "
                         "VALUES (?, ?, ?, ?, ?)");
  insert_alert << alert.name << alert.request << alert.canonical_query << alert.mark << alert.added_at;
  insert_alert.next();
  if (impl_->sqlite.changes() == 0) return false;
  Statement insert_known(impl_->sqlite, "INSERT OR IGNORE INTO article VALUES (?, ?, 0, NULL)");
  for (const std::string& key : known) {
    insert_known.begin_again();
    insert_known << alert.name << key;
    insert_known.next();
  }
  transaction.commit();
  return true;
}

bool AlertStore::remove(const std::string& name) {
  const std::lock_guard lock(impl_->mutex);
  Statement remove(impl_->sqlite, "DELETE FROM alert WHERE name = ?");
  remove << name;
  remove.next();
  return impl_->sqlite.changes() > 0;
}

std::optional<StoredAlert> AlertStore::find(const std::string& name) const {
  const std::lock_guard lock(impl_->mutex);
  Statement select(impl_->sqlite, kSelectAlerts + "WHERE name = ?");
  select << name;
  return select.next() ? std::optional(alert_at(select)) : std::nullopt;
}

std::vector<StoredAlert> AlertStore::list() const {
  const std::lock_guard lock(impl_->mutex);
  std::vector<StoredAlert> alerts;
  for (Statement select(impl_->sqlite, kSelectAlerts + "ORDER BY name"); select.next();)
    alerts.push_back(alert_at(select));
  return alerts;
}

bool AlertStore::record(const StoredAlert& alert, const std::string& mark,
                        const std::vector<NewMatch>& matches) {
  const std::lock_guard lock(impl_->mutex);
  Sqlite::Transaction transaction(impl_->sqlite);
  std::int64_t total = 0;
  {
    Statement select(impl_->sqlite, "SELECT total FROM alert WHERE name = ? AND mark = ? AND request = ?");
    select << alert.name << alert.mark << alert.request;
    if (!select.next()) return false;
    total = select.number(0);
  }
  for (const auto& [key, hit] : matches)
    if (insert(impl_->sqlite, alert.name, key, total + 1, hit)) ++total;
  Statement update(impl_->sqlite, "UPDATE alert SET mark = ?, total = ? WHERE name = ?");
  update << mark << total << alert.name;
  update.next();
  transaction.commit();
  return true;
}

std::vector<StoredHit> AlertStore::waiting(const std::string& name, std::uint64_t after,
                                           std::uint32_t limit) const {
  const std::lock_guard lock(impl_->mutex);
  Statement select(impl_->sqlite,
                   "SELECT number, hit FROM article WHERE alert = ? AND number > max(?, "
                   "(SELECT acknowledged FROM alert WHERE name = article.alert)) ORDER BY number LIMIT ?");
  select << name << static_cast<std::int64_t>(std::min<std::uint64_t>(after, INT64_MAX))
         << std::int64_t{limit};
  std::vector<StoredHit> hits;
  while (select.next()) hits.push_back({static_cast<std::uint64_t>(select.number(0)), select.bytes(1)});
  return hits;
}

void AlertStore::acknowledge(const std::string& name, std::uint64_t up_to) {
  const std::lock_guard lock(impl_->mutex);
  Sqlite::Transaction transaction(impl_->sqlite);
  const auto number = static_cast<std::int64_t>(std::min<std::uint64_t>(up_to, INT64_MAX));
  Statement forget(impl_->sqlite,
                   "UPDATE article SET hit = NULL WHERE alert = ? AND number <= ? AND number > "
                   "(SELECT acknowledged FROM alert WHERE name = article.alert)");
  forget << name << number;
  forget.next();
  Statement update(impl_->sqlite,
                   "UPDATE alert SET acknowledged = max(acknowledged, min(total, ?)) WHERE name = ?");
  update << number << name;
  update.next();
  transaction.commit();
}

}  // namespace assay::alerts
