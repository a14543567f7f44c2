#include "searchd/query/cursor.h"

namespace assay::query {

Char Cursor::peek(std::size_t ahead) const {
  std::size_t place = at_ + ahead;
  return place < text_.size() ? read_char(text_, place) : Char::kSpace;
}

bool Cursor::text_stands(std::size_t ahead) const {
  const Char next = peek(ahead);
  return next == Char::kOther || next == Char::kQuote;
}

std::string_view Cursor::chunk(std::string_view stops) const {
  std::size_t end = at_;
  for (std::size_t after = end; end < text_.size() && stops.find(text_[end]) == std::string_view::npos;
       end = after)
    if (read_char(text_, after) != Char::kOther) break;
  return text_.substr(at_, end - at_);
}

std::string_view Cursor::take_quoted() {
  const std::size_t quote = at_;
  skip_char();
  const std::size_t begin = at_;
  while (!done()) {
    const std::size_t end = at_;
    const bool closes = peek() == Char::kQuote;
    skip_char();
    if (closes) return text_.substr(begin, end - begin);
  }
  note("the quote is not closed and runs to the end of the query", from(quote));
  return text_.substr(begin);
}

void Cursor::back_to(const Mark& mark) {
  at_ = mark.at;
  notes_.erase(notes_.begin() + static_cast<std::ptrdiff_t>(mark.notes), notes_.end());
}

}  // namespace assay::query
