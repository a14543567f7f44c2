#include "indexer/extract/document.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "indexer/extract/word_set.h"
#include "indexer/schema/analyzer.h"

namespace assay::extract {
namespace {

bool starts_with_capital(std::string_view text) {
  if (static_cast<unsigned char>(text[0]) < 0x80) return text[0] >= 'A' && text[0] <= 'Z';
  UChar32 c = 0;
  std::int64_t at = 0;
  U8_NEXT(text.data(), at, static_cast<std::int64_t>(text.size()), c);
  return c > 0 && u_isupper(c);
}

bool begins_with_its_title(const read::Article& article) {
  schema::WordReader title(article.title), text(article.text);
  schema::Word expected, word;
  while (title.next(expected))
    if (!text.next(word) || word.folded != expected.folded) return false;
  return true;
}

bool ends_in_possessive(std::string_view raw) {
  return raw.size() > 2 && (raw.back() == 's' || raw.back() == 'S') &&
         (raw.ends_with("'s") || raw.ends_with("\u2019s") || raw.ends_with("'S") || raw.ends_with("\u2019S"));
}

// The tokens of `text`, which begins at byte `shift` of the document.
void append_tokens(std::string_view text, std::size_t shift, const Lexicon& lexicon,
                   std::vector<Token>& tokens) {
  std::size_t first = tokens.size();
  schema::WordReader reader(text);
  for (schema::Word word; reader.next(word);) {
    const std::string_view raw = text.substr(word.begin, word.end - word.begin);
    Token& token = tokens.emplace_back();
    token.word.swap(word.folded);
    token.begin = shift + word.begin;
    token.end = shift + word.end;
    token.capital = starts_with_capital(raw);
    token.possessive = ends_in_possessive(raw);
    if (token.possessive) token.word.pop_back();
  }
  // By themselves, so that the processor waits for several at a time.
  for (; first < tokens.size(); ++first) tokens[first].facts = lexicon.find(tokens[first].word);
}

void add_line(Document& document, std::size_t begin, std::size_t end, const Lexicon& lexicon) {
  if (end > begin && document.text[end - 1] == '\r') --end;
  Line line{begin, end, {document.tokens.size(), 0}, false, {}};
  append_tokens(document.slice(begin, end), begin, lexicon, document.tokens);
  line.tokens.last = document.tokens.size();
  document.lines.push_back(std::move(line));
}

// Marks the lines of paragraphs that were broken to a width: in a block of lines between blank ones, a line
// wraps if the next one's first word would not have fitted behind it. Most lines of such a block do.
void mark_wrapped(Document& document) {
  constexpr std::size_t kMinWidth = 40, kMaxWidth = 100, kMinLines = 3;
  const auto length = [&](const Line& line) { return line.end - line.begin; };
  std::vector<Line>& lines = document.lines;
  // A stated title stands in the first line and is no part of the first paragraph.
  for (std::size_t first = document.text_begin > 0 ? 1 : 0; first < lines.size();) {
    std::size_t last = first, width = 0;
    for (; last < lines.size() && !lines[last].tokens.empty(); ++last)
      width = std::max(width, length(lines[last]));
    std::vector<Line*> full;
    for (std::size_t i = first; i + 1 < last; ++i) {
      const Token& next = document.tokens[lines[i + 1].tokens.first];
      if (length(lines[i]) + 1 + (next.end - next.begin) > width) full.push_back(&lines[i]);
    }
    const bool broken = last - first >= kMinLines && width >= kMinWidth && width <= kMaxWidth;
    if (broken && full.size() * 2 > last - first - 1)
      for (Line* line : full) line->wraps = true;
    first = std::max(last, first + 1);
  }
}

// A full stop behind one of these ends no sentence.
bool is_abbreviation(const Token& token) {
  static const WordSet known = {"mr", "mrs", "ms", "dr",  "cllr",   "cllrs", "st",  "no",
                                "vs", "eg",  "ie", "etc", "approx", "prof",  "rev", "p"};
  return known.contains(token.word) || (token.word.size() == 1 && token.capital);
}

// True when a sentence ends between two neighbouring tokens of a line.
bool ends_between(const Document& document, const Token& left, const Token& right) {
  if (left.end + 2 > right.begin) return false;  // a stop and a blank take more
  const std::string_view gap = document.slice(left.end, right.begin);
  const std::size_t stop = gap.find_first_of(".!?");
  if (stop == std::string_view::npos || gap.find_first_of(" \n", stop) == std::string_view::npos)
    return false;
  if (gap[stop] == '.' && is_abbreviation(left)) return false;
  const char first = document.text[right.begin];
  return right.capital || (first >= '0' && first <= '9') ||
         gap.find_first_of("\"'") != std::string_view::npos;
}

// Takes in an opening quotation mark or bracket.
std::size_t sentence_begin(const Document& document, const Token& first) {
  const std::string_view before = std::string_view(document.text).substr(0, first.begin);
  for (const std::string_view mark : {"'", "\"", "(", "\u2018", "\u201c"})
    if (before.ends_with(mark)) return first.begin - mark.size();
  return first.begin;
}

// Takes in the quotation marks and stops that belong to the sentence's last word.
std::size_t sentence_end(const Document& document, const Token& last, std::size_t limit) {
  std::size_t end = last.end;
  while (end < limit && document.text[end] != ' ' && document.text[end] != '\t' && document.text[end] != '\n')
    ++end;
  return end;
}

// The sentences of lines [first_line, last_line], which read as one.
void cut_paragraph(Document& document, std::size_t first_line, std::size_t last_line) {
  std::size_t first = document.lines[first_line].tokens.first;
  const std::size_t last = document.lines[last_line].tokens.last;
  std::size_t line = first_line;
  for (std::size_t i = first; i < last; ++i) {
    const bool at_end = i + 1 == last;
    if (!at_end && !ends_between(document, document.tokens[i], document.tokens[i + 1])) continue;
    while (document.lines[line].tokens.last <= first) ++line;
    const std::size_t limit = at_end ? document.lines[last_line].end : document.tokens[i + 1].begin;
    document.sentences.push_back({sentence_begin(document, document.tokens[first]),
                                  sentence_end(document, document.tokens[i], limit),
                                  {first, i + 1},
                                  line});
    first = i + 1;
  }
}

bool is_kept(const Document& document, std::size_t line) {
  return document.lines[line].boilerplate.empty() && !document.lines[line].tokens.empty();
}

// "Leeds City Council: good": part of the article, though no prose.
bool is_graded_entry(const Document& document, const Line& line) {
  static const WordSet grades = {"outstanding", "good", "improvement", "inadequate"};
  const std::string_view text = document.slice(line);
  const bool parted = text.find(':') != std::string_view::npos ||
                      text.find(" - ") != std::string_view::npos ||
                      text.find("\u2013") != std::string_view::npos;
  return parted && grades.contains(document.tokens[line.tokens.last - 1].word);
}

// The lines behind the last prose, where they are few beside what stands before.
std::size_t find_tail(const Document& document) {
  constexpr std::size_t kProseWords = 8, kMaxShare = 4;
  std::size_t tail = document.lines.size(), words = 0;
  for (std::size_t i = document.lines.size(); i-- > 0;) {
    if (!is_kept(document, i)) continue;
    const Line& line = document.lines[i];
    const std::string_view text = document.slice(line);
    const bool ends = text.find_last_of(".!?") != std::string_view::npos &&
                      text.size() - text.find_last_of(".!?") <= 4;  // a closing quotation mark may follow
    if (is_graded_entry(document, line)) break;
    if ((line.tokens.size() >= kProseWords && ends) || line.wraps || text.find('|') != std::string_view::npos)
      break;
    words += line.tokens.size();
    if (words * kMaxShare > line.tokens.first) break;
    tail = i;
  }
  return tail;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, 0, Lexicon(), tokens);
  return tokens;
}

// English prose has a word in about six bytes; most texts have no more than this.
constexpr std::size_t kBytesPerToken = 5;

Document tokenise(const read::Article& article, const Lexicon& lexicon) {
  Document document;
  if (!article.title.empty() && !begins_with_its_title(article)) {
    document.text = article.title + "\n";
    document.text_begin = document.text.size();
  }
  document.text += article.text;
  const std::string& text = document.text;
  document.tokens.reserve(text.size() / kBytesPerToken);
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    add_line(document, begin, end, lexicon);
    begin = end + 1;
  }
  mark_wrapped(document);
  return document;
}

void cut_sentences(Document& document) {
  const auto kept = [&](std::size_t line) { return line < document.lines.size() && is_kept(document, line); };
  for (std::size_t number = 0; number < document.lines.size(); ++number) {
    if (!kept(number)) continue;
    const std::size_t began = number;
    while (document.lines[number].wraps && kept(number + 1)) ++number;
    cut_paragraph(document, began, number);
  }
  document.tail = find_tail(document);
}

}  // namespace assay::extract
