// The little of SQLite that the store uses, with errors as exceptions and statements that finish themselves.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace assay::alerts {

// Not thread-safe. Every call throws StoreError.
class Sqlite {
 public:
  explicit Sqlite(const std::filesystem::path& file);
  void run(const std::string& sql);
  // Rows that the last statement changed.
  int changes() const { return sqlite3_changes(database_.get()); }

  // One run of a statement. Values are bound in order, columns count from 0.
  class Statement {
   public:
    Statement(Sqlite& sqlite, std::string_view sql);
    Statement& operator<<(std::string_view bytes);
    Statement& operator<<(std::int64_t number);
    bool next();         // to the next row; false: there is none
    void begin_again();  // with other values
    std::string bytes(int column) const;
    std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

   private:
    void check(int code) const;
    sqlite3* const database_;
    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement_;
    int bound_ = 0;
  };

  // Rolled back unless it is committed.
  class Transaction {
   public:
    explicit Transaction(Sqlite& sqlite) : sqlite_(sqlite) { sqlite_.run("BEGIN IMMEDIATE"); }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

   private:
    Sqlite& sqlite_;
    bool open_ = true;
  };

 private:
  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database_;
};

}  // namespace assay::alerts
