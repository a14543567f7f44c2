// A place in the query text, and the notes on what is read there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searchd/query/chars.h"
#include "searchd/query/error.h"

namespace assay::query {

class Cursor {
 public:
  Cursor(std::string_view text, std::vector<Note>& notes) : text_(text), notes_(notes) {}

  std::size_t at() const { return at_; }
  bool done() const { return at_ == text_.size(); }

  // What stands `ahead` bytes on; white space at the end. A place inside a character counts as kOther.
  Char peek(std::size_t ahead = 0) const;
  bool stands(std::string_view piece) const { return text_.substr(at_).starts_with(piece); }
  // True where a word, a quote or a field's value may begin `ahead` bytes on.
  bool text_stands(std::size_t ahead) const;

  // The characters from here up to the first that structures a query, or that is one of `stops`.
  std::string_view chunk(std::string_view stops = "") const;
  std::string_view text(Span span) const { return text_.substr(span.begin, span.end - span.begin); }

  void skip(std::size_t bytes) { at_ += bytes; }
  void skip_char() { read_char(text_, at_); }
  // At an opening quote: moves behind the closing one, or to the end, which is noted. What is between.
  std::string_view take_quoted();

  void note(std::string text, Span span) { notes_.push_back({std::move(text), span}); }
  Span from(std::size_t begin) const { return {begin, at_}; }

  // A place to come back to: the notes made since are forgotten too.
  struct Mark {
    std::size_t at;
    std::size_t notes;
  };
  Mark mark() const { return {at_, notes_.size()}; }
  void back_to(const Mark& mark);

 private:
  std::string_view text_;
  std::vector<Note>& notes_;
  std::size_t at_ = 0;
};

}  // namespace assay::query
