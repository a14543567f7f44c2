#include "indexer/extract/title.h"

#include <algorithm>

#include "indexer/extract/date.h"

namespace assay::extract {
namespace {

constexpr std::size_t kLinesLookedAt = 4;
constexpr std::size_t kMinWords = 3, kMaxWords = 24;

constexpr std::size_t kOpeningBytes = 120;

// Who wrote it and when.
bool is_credit(const Document& document, TokenRange tokens) {
  const std::string& first = document.tokens[tokens.first].word;
  if (first == "by" || first == "author" || first == "published" || first == "posted") return true;
  return tokens.size() <= kMaxWords && !find_dates(document, tokens).empty();
}

bool could_be_headline(const Document& document, const Line& line) {
  if (line.tokens.size() < kMinWords || line.tokens.size() > kMaxWords) return false;
  if (is_credit(document, line.tokens)) return false;
  const char last = document.text[line.end - 1];
  return last != '.' && last != ',' && last != ';';
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
  std::size_t seen = 0;
  for (std::size_t i = 0; i < document.lines.size() && seen < kLinesLookedAt; ++i) {
    const Line& line = document.lines[i];
    if (!line.boilerplate.empty() || line.tokens.empty()) continue;
    if (could_be_headline(document, line)) return i;
    ++seen;
  }
  return std::nullopt;
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
