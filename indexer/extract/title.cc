#include "indexer/extract/title.h"

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

}  // namespace

std::optional<std::size_t> headline(const Document& document) {
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
    return std::string(text.substr(0, text.rfind(' ', kOpeningBytes))) + "\u2026";
  }
  return {};
}

}  // namespace assay::extract
