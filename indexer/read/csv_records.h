// RFC 4180: records of values, quoted where they hold delimiters, quotes or line ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/input.h"

namespace assay::read {

// Not thread-safe. The input must outlive it.
class CsvRecords {
 public:
  CsvRecords(BufferedInput& input, char delimiter) : input_(input), delimiter_(delimiter) {}

  // The next record; false at the end. Blank lines are passed over. Throws ReadError, with the line, for
  // a broken record: the next one begins on the next line.
  bool next(std::vector<std::string>& values);
  // The line that the last record began on, from 1.
  std::size_t line() const { return first_line_; }

 private:
  bool read_line();
  void add_value(std::vector<std::string>& values);
  void add_quoted(std::string& value);

  BufferedInput& input_;
  char delimiter_;
  std::string text_;  // the line in hand
  std::size_t at_ = 0;
  std::size_t line_ = 0, first_line_ = 0;
  std::size_t record_bytes_ = 0;
};

}  // namespace assay::read
