#include "indexer/read/pdf_text.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "indexer/read/fold.h"

namespace assay::read {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// "7", "- 7 -", "Page 7", "Page 7 of 12", "7 / 12", "7 | Page"
bool is_page_number(std::string_view line) {
  bool digits = false;
  std::string words;
  for (const char c : line) {
    if (is_digit(c))
      digits = true;
    else if (is_ascii_letter(c))
      words += static_cast<char>(c | 0x20);
    else if (std::string_view(" -|/.").find(c) == std::string_view::npos)
      return false;
  }
  return digits && line.size() <= 20 &&
         (words.empty() || words == "page" || words == "pageof" || words == "of");
}

std::vector<std::string> lines_of(std::string_view page) {
  std::vector<std::string> lines;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find_first_of("\n\f"), page.size());
    lines.push_back(folded(page.substr(0, end)));
    page.remove_prefix(std::min(end + 1, page.size()));
  }
  return lines;
}

// Page numbers stand first or last on their page.
void drop_page_numbers(std::vector<std::string>& lines) {
  const auto filled = [](const std::string& line) { return !line.empty(); };
  if (const auto last = std::ranges::find_if(lines.rbegin(), lines.rend(), filled);
      last != lines.rend() && is_page_number(*last))
    lines.erase(last.base() - 1, lines.end());
  if (const auto first = std::ranges::find_if(lines, filled); first != lines.end() && is_page_number(*first))
    lines.erase(lines.begin(), first + 1);
}

void drop_empty_ends(std::vector<std::string>& lines) {
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  lines.erase(lines.begin(), std::ranges::find_if(lines, [](const auto& line) { return !line.empty(); }));
}

constexpr std::size_t kMaxBulletBytes = 3;

bool begins_item(std::string_view line) {
  return line.starts_with("\xE2\x80\xA2") || line.starts_with("- ") || line.starts_with("\xE2\x80\x93 ") ||
         line.starts_with("\xEF\x82\xB7");
}

class Paragraphs {
 public:
  // `width` is that of the longest line around, in bytes.
  void add(const std::string& line, std::size_t width) {
    if (line.empty() || begins_item(line)) end();
    if (line.empty()) return;
    if (text_.size() > begin_ && !join_word(line)) text_ += ' ';
    text_ += line;
    if (line.size() <= kMaxBulletBytes && begins_item(line)) return;  // set apart from its item
    // The last line of a paragraph is short; so is a heading.
    if (line.size() * 4 < width * 3 || (ends_sentence() && line.size() * 10 < width * 9)) end();
  }
  // A paragraph may go on overleaf, but hardly so where a sentence ends with the page.
  void end_page() {
    if (ends_sentence()) end();
  }
  std::string take() {
    end();
    if (!text_.empty()) text_.pop_back();
    return std::move(text_);
  }

 private:
  bool ends_sentence() const {
    return !text_.empty() && std::string_view(".!?:").find(text_.back()) != std::string_view::npos;
  }

  void end() {
    if (text_.size() == begin_) return;
    text_ += '\n';
    begin_ = text_.size();
  }

  // Takes the hyphen off a word that goes on in `line`.
  bool join_word(std::string_view line) {
    if (text_.size() < begin_ + 2 || text_.back() != '-' || !is_ascii_letter(text_[text_.size() - 2]) ||
        line.front() < 'a' || line.front() > 'z')
      return false;
    text_.pop_back();
    return true;
  }

  std::string text_;
  std::size_t begin_ = 0;  // of the last paragraph
};

}  // namespace

std::string join_pages(const std::vector<std::string>& pages) {
  Paragraphs paragraphs;
  for (const std::string& page : pages) {
    std::vector<std::string> lines = lines_of(page);
    drop_page_numbers(lines);
    drop_empty_ends(lines);
    std::size_t width = 0;
    for (const std::string& line : lines) width = std::max(width, line.size());
    for (const std::string& line : lines) paragraphs.add(line, width);
    paragraphs.end_page();
  }
  return paragraphs.take();
}

}  // namespace assay::read
