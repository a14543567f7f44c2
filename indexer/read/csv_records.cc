#include "indexer/read/csv_records.h"

#include "indexer/read/fold.h"
#include "indexer/read/read_error.h"
#include "indexer/read/reader.h"

namespace assay::read {
namespace {

constexpr std::size_t kMaxValues = 10'000;

}  // namespace

bool CsvRecords::read_line() {
  const BufferedInput::Line read = input_.read_line(text_, kMaxArticleBytes);
  at_ = 0;
  if (read == BufferedInput::Line::kEnd) return false;
  ++line_;
  record_bytes_ += text_.size();
  if (read == BufferedInput::Line::kTooLong || record_bytes_ > kMaxArticleBytes)
    throw ReadError("begins a record of over 16 MiB; is a quote not closed?",
                    first_line_ > 0 ? first_line_ : 1);
  return true;
}

bool CsvRecords::next(std::vector<std::string>& values) {
  values.clear();
  do {
    record_bytes_ = 0;
    first_line_ = line_ + 1;
    if (!read_line()) return false;
  } while (is_blank(text_));
  add_value(values);
  while (at_ < text_.size()) {
    if (values.size() == kMaxValues) throw ReadError("has over 10,000 values", line_);
    ++at_;  // the delimiter
    add_value(values);
  }
  return true;
}

// Reads up to the next delimiter or the line's end.
void CsvRecords::add_value(std::vector<std::string>& values) {
  std::string& value = values.emplace_back();
  if (at_ < text_.size() && text_[at_] == '"') return add_quoted(value);
  const std::size_t end = std::min(text_.find(delimiter_, at_), text_.size());
  value = text_.substr(at_, end - at_);
  at_ = end;
  if (value.find('"') != std::string::npos)
    throw ReadError("has a quote within a value that does not begin with one", line_);
}

void CsvRecords::add_quoted(std::string& value) {
  ++at_;
  for (;;) {
    const std::size_t end = text_.find('"', at_);
    value.append(text_, at_, end - at_);
    if (end == std::string::npos) {
      value += '\n';
      if (!read_line()) throw ReadError("begins a value in quotes that are not closed", first_line_);
      continue;
    }
    at_ = end + 1;
    if (at_ >= text_.size() || text_[at_] == delimiter_) return;
    if (text_[at_] != '"') throw ReadError("has text behind a closing quote", line_);
    value += '"';
    ++at_;
  }
}

}  // namespace assay::read
