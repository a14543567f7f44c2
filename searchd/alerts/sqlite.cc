#include "searchd/alerts/sqlite.h"

#include "searchd/alerts/alert_store.h"

namespace assay::alerts {
namespace {

[[noreturn]] void fail(sqlite3* database, const std::string& what) {
  throw StoreError("the store of alerts failed at " + what + ": " + sqlite3_errmsg(database));
}

sqlite3* open(const std::filesystem::path& file) {
  sqlite3* database = nullptr;
  if (sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) !=
      SQLITE_OK) {
    const std::string why = database != nullptr ? sqlite3_errmsg(database) : "there is no memory";
    sqlite3_close(database);
    throw StoreError("the store of alerts '" + file.string() + "' cannot be opened: " + why);
  }
  return database;
}

}  // namespace

Sqlite::Sqlite(const std::filesystem::path& file) : database_(open(file), sqlite3_close) {
  sqlite3_busy_timeout(database_.get(), 5'000);
}

void Sqlite::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(database_.get(), sql.substr(0, sql.find(' ')));
}

Sqlite::Statement::Statement(Sqlite& sqlite, std::string_view sql)
    : database_(sqlite.database_.get()), statement_(nullptr, sqlite3_finalize) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(database_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
  statement_.reset(statement);
}

Sqlite::Statement& Sqlite::Statement::operator<<(std::string_view bytes) {
  check(sqlite3_bind_blob64(statement_.get(), ++bound_, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Sqlite::Statement& Sqlite::Statement::operator<<(std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), ++bound_, number));
  return *this;
}

bool Sqlite::Statement::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(database_, "a step");
  return false;
}

void Sqlite::Statement::begin_again() {
  check(sqlite3_reset(statement_.get()));
  bound_ = 0;
}

std::string Sqlite::Statement::bytes(int column) const {
  const void* const data = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data == nullptr ? std::string() : std::string(static_cast<const char*>(data), size);
}

void Sqlite::Statement::check(int code) const {
  if (code != SQLITE_OK) fail(database_, "a statement");
}

Sqlite::Transaction::~Transaction() {
  if (!open_) return;
  try {
    sqlite_.run("ROLLBACK");
  } catch (const StoreError&) {  // SQLite rolled it back itself
  }
}

void Sqlite::Transaction::commit() {
  sqlite_.run("COMMIT");
  open_ = false;
}

}  // namespace assay::alerts
