#include "client/cli/wrap.h"

#include <algorithm>

#include "client/cli/style.h"

namespace assay::cli {
namespace {

constexpr std::string_view kSpace = " \t\r\n\v\f";

// Bytes [begin, end) of the text.
struct Range {
  std::size_t begin = 0, end = 0;
};

Range next_word(std::string_view text, std::size_t from) {
  const std::size_t begin = text.find_first_not_of(kSpace, from);
  if (begin == std::string_view::npos) return {text.size(), text.size()};
  return {begin, std::min(text.find_first_of(kSpace, begin), text.size())};
}

// The words of one line, with what lies between them.
std::vector<std::vector<Range>> lines_of(std::string_view text, std::size_t width) {
  std::vector<std::vector<Range>> lines;
  std::size_t column = 0;
  for (Range word = next_word(text, 0); word.begin < text.size(); word = next_word(text, word.end)) {
    const std::size_t taken = display_width(text.substr(word.begin, word.end - word.begin));
    if (lines.empty() || column + 1 + taken > width) {
      lines.emplace_back();
      column = taken;
    } else {
      column += 1 + taken;
    }
    lines.back().push_back(word);
  }
  return lines;
}

// Paints one line. Called with growing ranges, so that each mark is passed once.
class Painter {
 public:
  Painter(const Screen& screen, std::string_view text, const std::vector<Mark>& marks)
      : screen_(screen), text_(text), at_(marks.begin()), end_(marks.end()) {}

  std::string line(const std::vector<Range>& words) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) add(result, {words[i - 1].end, words[i].begin}, " ");
      add(result, words[i], {});
    }
    flush(result);
    return result + '\n';
  }

 private:
  // Adds the bytes of `range`, or `shown` in their stead, to the runs of marked and other text.
  void add(std::string& result, Range range, std::string_view shown) {
    while (range.begin < range.end) {
      while (at_ != end_ && at_->second <= range.begin) ++at_;
      const bool marked = at_ != end_ && at_->first <= range.begin;
      const std::size_t limit = at_ == end_ ? range.end : marked ? at_->second : at_->first;
      const std::size_t stop = shown.empty() ? std::min(limit, range.end) : range.end;
      if (marked != marked_) flush(result);
      marked_ = marked;
      run_ += shown.empty() ? text_.substr(range.begin, stop - range.begin) : shown;
      range.begin = stop;
    }
  }

  void flush(std::string& result) {
    if (run_.empty()) return;
    const std::string shown = printable(run_);
    result += marked_ ? paint(screen_, kMatchStyle, shown) : shown;
    run_.clear();
  }

  const Screen& screen_;
  std::string_view text_;
  std::vector<Mark>::const_iterator at_, end_;
  std::string run_;
  bool marked_ = false;
};

}  // namespace

std::string wrap(const Screen& screen, std::string_view text, const std::vector<Mark>& marks) {
  Painter painter(screen, text, marks);
  std::string result;
  for (const std::vector<Range>& words : lines_of(text, screen.width)) result += painter.line(words);
  return result;
}

}  // namespace assay::cli
