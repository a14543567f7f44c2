#include "indexer/read/attribute_guard.h"

#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

// Some seconds' worth. Scripts are counted as if "<" began an element there, hence not fewer.
constexpr std::size_t kMaxAttributes = 50'000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

}  // namespace

void AttributeGuard::watch(std::string_view markup) {
  for (const char c : markup) {
    if (state_ == State::kText) {
      if (c != '<') continue;
      state_ = State::kTag;
      attributes_ = 0;
      before_ = c;
    } else if (state_ == State::kQuoted) {
      if (c == quote_) state_ = State::kTag;
    } else if (c == '>') {
      state_ = State::kText;
    } else if ((c == '"' || c == '\'') && before_ == '=') {
      state_ = State::kQuoted;
      quote_ = c;
      before_ = ' ';  // an attribute may follow at once
    } else if (is_blank(c)) {
      if (before_ != '=') before_ = c;
    } else {
      if (is_blank(before_) && ++attributes_ > kMaxAttributes)
        throw ReadError("has an element of over 50,000 attributes");
      before_ = c;
    }
  }
}

}  // namespace assay::read
