#include "indexer/extract/title.h"

#include <algorithm>
#include <bitset>
#include <string_view>
#include <vector>

#include "indexer/extract/date.h"
#include "indexer/extract/word_set.h"

namespace assay::extract {
namespace {

constexpr std::size_t kLinesLookedAt = 16;  // a page's furniture may stand before the headline
constexpr std::size_t kPlainLines = 4;      // a headline that shares no words with the text stands here
constexpr std::size_t kMinWords = 3, kMaxWords = 24;
constexpr std::size_t kTokensCompared = 250;  // of the text behind a line
constexpr std::size_t kLongWord = 4;          // letters of a word that tells what a line is about
constexpr std::size_t kMinShared = 2;

constexpr std::size_t kOpeningBytes = 120;

// Who wrote it and when; "To: the list" at the head of a letter.
bool is_credit(const Document& document, TokenRange tokens) {
  static const WordSet address = {"to", "cc", "sent"};
  const std::string& first = document.tokens[tokens.first].word;
  if (address.contains(first) && document.after(document.tokens[tokens.first]) == ':') return true;
  if (first == "by" || first == "author" || first == "published" || first == "posted") return true;
  return tokens.size() <= kMaxWords && !find_dates(document, tokens).empty();
}

bool is_list_item(std::string_view line) {
  return line.starts_with("\u2022") || line.starts_with("- ") || line.starts_with("* ");
}

bool could_be_headline(const Document& document, const Line& line) {
  if (line.tokens.size() < kMinWords || line.tokens.size() > kMaxWords) return false;
  if (is_credit(document, line.tokens)) return false;
  std::string_view text = document.slice(line);
  text = text.substr(0, text.find_last_not_of(" \t") + 1);
  // A menu, a table, an advert for a post.
  if (text.find('|') != std::string_view::npos || text.find("\u00a3") != std::string_view::npos ||
      is_list_item(text))
    return false;
  const std::size_t dash = text.find(" - ");
  if (dash != std::string_view::npos && text.find(" - ", dash + 1) != std::string_view::npos) return false;
  return std::string_view(".,;:").find(text.back()) == std::string_view::npos;
}

bool tells_subject(const Token& token) {
  static const WordSet small = {"with", "from", "that", "this", "your", "what",
                                "have", "will", "been", "more", "news", "home"};
  return token.word.size() >= kLongWord && !small.contains(token.word);
}

// What a headline announces is told below it; the items of a menu are not.
bool shares_words_with_what_follows(const Document& document, std::size_t number) {
  std::vector<std::string_view> words;
  std::bitset<kMaxWords> shared;
  std::bitset<256> initials;  // first bytes of the words: most tokens begin with none of them
  const TokenRange own = document.lines[number].tokens;
  for (std::size_t i = own.first; i < own.last; ++i) {
    const Token& token = document.tokens[i];
    if (!tells_subject(token) || std::find(words.begin(), words.end(), token.word) != words.end()) continue;
    words.push_back(token.word);
    initials.set(static_cast<unsigned char>(token.word[0]));
  }
  for (std::size_t line = number + 1; line < document.lines.size(); ++line) {
    const TokenRange behind = document.lines[line].tokens;
    if (behind.first > own.last + kTokensCompared) break;
    if (!document.lines[line].boilerplate.empty()) continue;
    for (std::size_t i = behind.first; i < behind.last; ++i) {
      const std::string& word = document.tokens[i].word;
      if (word.size() < kLongWord || !initials[static_cast<unsigned char>(word[0])]) continue;
      const auto found = std::find(words.begin(), words.end(), word);
      if (found == words.end()) continue;
      shared.set(static_cast<std::size_t>(found - words.begin()));
      if (shared.count() >= kMinShared && shared.count() * 3 >= words.size()) return true;
    }
  }
  return false;
}

// The first line holds the title's words and no others.
bool is_title(const read::Article& article, const Document& document, const Line& line) {
  const std::vector<Token> title = tokens_of(article.title);
  return std::equal(title.begin(), title.end(),
                    document.tokens.begin() + static_cast<std::ptrdiff_t>(line.tokens.first),
                    document.tokens.begin() + static_cast<std::ptrdiff_t>(line.tokens.last),
                    [](const Token& a, const Token& b) { return a.word == b.word; });
}

}  // namespace

std::optional<std::size_t> headline(const read::Article& article, const Document& document) {
  if (!article.title.empty()) {
    for (std::size_t i = 0; i < document.lines.size(); ++i)
      if (!document.lines[i].tokens.empty())
        return is_title(article, document, document.lines[i]) ? std::optional(i) : std::nullopt;
    return std::nullopt;
  }
  std::optional<std::size_t> first;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < document.lines.size() && seen < kLinesLookedAt; ++i) {
    const Line& line = document.lines[i];
    if (!line.boilerplate.empty() || line.tokens.empty()) continue;
    ++seen;
    if (!could_be_headline(document, line)) continue;
    if (shares_words_with_what_follows(document, i)) return i;
    if (!first && seen <= kPlainLines) first = i;
  }
  return first;
}

std::string opening(const Document& document) {
  for (const Sentence& sentence : document.sentences) {
    if (is_credit(document, sentence.tokens)) continue;
    const std::string_view text = document.slice(sentence);
    if (text.size() <= kOpeningBytes) return std::string(text);
    std::size_t end = text.rfind(' ', kOpeningBytes);
    if (end == std::string_view::npos)  // one long word: cut it between characters
      for (end = kOpeningBytes; (text[end] & 0xC0) == 0x80;) --end;
    return std::string(text.substr(0, end)) + "\u2026";
  }
  return {};
}

}  // namespace assay::extract
