#include "indexer/extract/grade_shape.h"

#include <algorithm>
#include <string>

#include "indexer/extract/word_set.h"

namespace assay::extract {
namespace {

constexpr std::size_t kYearReach = 5;  // tokens behind a grade in which its year may stand
constexpr std::string_view kSmallLetters = "abcdefghijklmnopqrstuvwxyz";

const std::string* word_at(const Document& document, const Sentence& sentence, std::size_t at) {
  return at >= sentence.tokens.first && at < sentence.tokens.last ? &document.tokens[at].word : nullptr;
}

}  // namespace

bool is_quoted(const Document& document, TokenRange at) {
  const std::string_view before = std::string_view(document.text).substr(0, document.tokens[at.first].begin);
  for (const std::string_view mark : {"'", "\"", "\u2018", "\u201c"})
    if (before.ends_with(mark)) return true;
  return false;
}

bool stands_alone(const Document& document, const Sentence& sentence, TokenRange at) {
  const Line& line = document.lines[sentence.line];
  if (line.tokens.first == at.first && line.tokens.last == at.last) return true;
  if (sentence.tokens.size() == at.size()) return true;
  const std::string_view left =
      document.slice(std::max(line.begin, sentence.begin), document.tokens[at.first].begin);
  const std::size_t bar = left.rfind('|');
  const bool ends_line = line.tokens.last == at.last;
  return ends_line && bar != std::string_view::npos &&
         left.find_first_of(kSmallLetters, bar) == std::string_view::npos;
}

bool is_shouted(const Document& document, const Sentence& sentence, TokenRange at) {
  const auto shouted = [&](const Token& token) {
    const std::string_view raw = document.slice(token.begin, token.end);
    return raw.size() > 1 && raw.find_first_of(kSmallLetters) == std::string_view::npos;
  };
  if (!shouted(document.tokens[at.first])) return false;
  std::size_t others = 0;
  for (std::size_t i = sentence.tokens.first; i < sentence.tokens.last; ++i)
    others += (i < at.first || i >= at.last) && !shouted(document.tokens[i]);
  return others > sentence.tokens.size() / 2;
}

bool is_capitalised(const Document& document, const Sentence& sentence, TokenRange at) {
  if (!document.tokens[at.first].capital || at.first == sentence.tokens.first) return false;
  std::size_t capitals = 0;
  for (std::size_t i = sentence.tokens.first; i < sentence.tokens.last; ++i)
    capitals += document.tokens[i].capital;
  return capitals * 3 < sentence.tokens.size() * 2;
}

bool names_its_council(const Document& document, const std::vector<Mention>& councils, TokenRange at) {
  for (const Mention& mention : councils) {
    if (mention.tokens.last > at.first || at.first - mention.tokens.last > 2) continue;
    const std::string_view gap =
        document.slice(document.tokens[mention.tokens.last - 1].end, document.tokens[at.first].begin);
    if (gap.find(':') != std::string_view::npos || gap.find('|') != std::string_view::npos ||
        gap.find(" - ") != std::string_view::npos || gap.find(" \u2013 ") != std::string_view::npos ||
        gap.find(" \u2014 ") != std::string_view::npos ||
        (gap == " (" && document.after(document.tokens[at.last - 1]) == ')'))
      return true;
  }
  return false;
}

std::optional<std::size_t> link_of(const Document& document, TokenRange at) {
  static const WordSet links = {"is", "are", "was", "were", "as", "be", "been"};
  static const WordSet adverbs = {"now",   "officially", "also",    "again",
                                  "still", "overall",    "already", "indeed"};
  std::size_t i = at.first;
  while (i > 0 && adverbs.contains(document.tokens[i - 1].word)) --i;
  if (i == 0 || !links.contains(document.tokens[i - 1].word)) return std::nullopt;
  return i - 1;
}

bool is_noun(const Document& document, const Sentence& sentence, TokenRange at) {
  static const WordSet articles = {"a", "an"};
  return at.first > sentence.tokens.first && articles.contains(document.tokens[at.first - 1].word) &&
         (is_quoted(document, at) || ends_clause(document, sentence, at));
}

bool is_set_off(const Document& document, TokenRange at) {
  if (at.first == 0) return false;
  const std::string_view gap =
      document.slice(document.tokens[at.first - 1].end, document.tokens[at.first].begin);
  return gap.find_first_of(",:(") != std::string_view::npos || gap.find(" - ") != std::string_view::npos ||
         gap.find("\u2013") != std::string_view::npos;
}

bool ends_clause(const Document& document, const Sentence& sentence, TokenRange at) {
  if (at.last == sentence.tokens.last) return true;
  const Token& last = document.tokens[at.last - 1];
  return document.slice(last.end, document.tokens[at.last].begin).find_first_of(".,;:()") !=
         std::string_view::npos;
}

bool is_of_early_year(const Document& document, const Sentence& sentence, TokenRange at) {
  static const WordSet leading = {"in", "since", "back"};
  const auto is_early = [&](std::size_t i) {
    const std::string& word = document.tokens[i].word;
    return word.size() == 4 && word >= "1990" && word < "2023" &&
           word.find_first_not_of("0123456789") == std::string::npos;
  };
  const std::size_t first = sentence.tokens.first;
  if (first + 1 < at.first && document.tokens[first].word == "in" && is_early(first + 1)) return true;
  // "last rated in 2009, when it was good"
  for (std::size_t i = at.first; i-- > first + 1 && at.first - i <= kYearReach;)
    if (is_early(i) && (document.tokens[i - 1].word == "in" || document.tokens[i - 1].word == "since"))
      return true;
  for (std::size_t i = at.last; i + 2 < sentence.tokens.last; ++i)
    if (is_early(i) && is_early(i + 2)) return true;  // "2005 to 2009"
  const std::size_t last = std::min(sentence.tokens.last, at.last + kYearReach);
  for (std::size_t i = at.last; i + 1 < last; ++i) {
    const Token& token = document.tokens[i];
    if (i > at.last && document.slice(document.tokens[i - 1].end, token.begin).find_first_of(",;(") !=
                           std::string_view::npos)
      return false;
    if (leading.contains(token.word) && (is_early(i + 1) || (i + 2 < last && is_early(i + 2)))) return true;
  }
  return false;
}

bool is_alternative(const Document& document, const Sentence& sentence, TokenRange at) {
  static const WordSet grades = {"outstanding", "good",   "requires", "inadequate", "better",
                                 "above",       "higher", "worse",    "excellent"};
  const std::string* next = word_at(document, sentence, at.last);
  const std::string* beyond = word_at(document, sentence, at.last + 1);
  if (beyond != nullptr && *beyond == "very") return true;  // "good or very good"
  if (next != nullptr && beyond != nullptr && *next == "or" && grades.contains(*beyond)) return true;
  if (at.first < sentence.tokens.first + 2 || document.tokens[at.first - 1].word != "or") return false;
  const std::string& other = document.tokens[at.first - 2].word;
  return grades.contains(other) || other == "improvement";
}

}  // namespace assay::extract
