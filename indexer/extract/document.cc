#include "indexer/extract/document.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <set>
#include <unordered_map>

#include "indexer/schema/analyzer.h"

namespace assay::extract {
namespace {

bool starts_with_capital(std::string_view text) {
  UChar32 c = 0;
  std::int64_t at = 0;
  U8_NEXT(text.data(), at, static_cast<std::int64_t>(text.size()), c);
  return c > 0 && u_isupper(c);
}

// Stems are asked for again and again; a cache of this size holds a corpus's common words.
std::string cached_stem(const std::string& word) {
  constexpr std::size_t kMaxCached = 200'000;
  thread_local const schema::Stemmer stemmer;
  thread_local std::unordered_map<std::string, std::string> cache;
  if (cache.size() > kMaxCached) cache.clear();
  const auto [entry, is_new] = cache.try_emplace(word);
  if (is_new) entry->second = stemmer.stem(word);
  return entry->second;
}

bool begins_with_its_title(const read::Article& article) {
  const std::vector<std::string> title = schema::folded_words(article.title);
  schema::WordReader text(article.text);
  schema::Word word;
  for (const std::string& expected : title)
    if (!text.next(word) || word.folded != expected) return false;
  return true;
}

bool ends_in_possessive(std::string_view raw) {
  return raw.size() > 2 && (raw.ends_with("'s") || raw.ends_with("\u2019s") || raw.ends_with("'S"));
}

void add_line(Document& document, std::size_t begin, std::size_t end) {
  if (end > begin && document.text[end - 1] == '\r') --end;
  Line line{begin, end, {document.tokens.size(), 0}, {}};
  for (Token& token : tokens_of(document.slice(begin, end))) {
    token.begin += begin;
    token.end += begin;
    document.tokens.push_back(std::move(token));
  }
  line.tokens.last = document.tokens.size();
  document.lines.push_back(std::move(line));
}

// A full stop behind one of these ends no sentence.
bool is_abbreviation(const Token& token) {
  static const std::set<std::string, std::less<>> known = {
      "mr", "mrs", "ms", "dr", "cllr", "cllrs", "st", "no", "vs", "eg", "ie", "etc", "approx", "prof", "rev", "p"};
  return known.contains(token.word) || (token.word.size() == 1 && token.capital);
}

// True when a sentence ends between two neighbouring tokens of a line.
bool ends_between(const Document& document, const Token& left, const Token& right) {
  const std::string_view gap = document.slice(left.end, right.begin);
  const std::size_t stop = gap.find_first_of(".!?");
  if (stop == std::string_view::npos || gap.find(' ', stop) == std::string_view::npos) return false;
  if (gap[stop] == '.' && is_abbreviation(left)) return false;
  const char first = document.text[right.begin];
  return right.capital || (first >= '0' && first <= '9') || gap.find_first_of("\"'") != std::string_view::npos;
}

// Takes in the quotation marks and stops that belong to the sentence's last word.
std::size_t sentence_end(const Document& document, const Token& last, std::size_t limit) {
  std::size_t end = last.end;
  while (end < limit && document.text[end] != ' ' && document.text[end] != '\t') ++end;
  return end;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  schema::WordReader reader(text);
  for (schema::Word word; reader.next(word);) {
    const std::string_view raw = text.substr(word.begin, word.end - word.begin);
    Token token{word.folded, {}, word.begin, word.end, starts_with_capital(raw), ends_in_possessive(raw)};
    if (token.possessive) token.word.pop_back();
    token.stem = cached_stem(token.word);
    tokens.push_back(std::move(token));
  }
  return tokens;
}

Document tokenise(const read::Article& article) {
  Document document;
  if (!article.title.empty() && !begins_with_its_title(article)) {
    document.text = article.title + "\n";
    document.text_begin = document.text.size();
  }
  document.text += article.text;
  const std::string& text = document.text;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    add_line(document, begin, end);
    begin = end + 1;
  }
  return document;
}

void cut_sentences(Document& document) {
  for (std::size_t number = 0; number < document.lines.size(); ++number) {
    const Line& line = document.lines[number];
    if (!line.boilerplate.empty() || line.tokens.empty()) continue;
    std::size_t first = line.tokens.first;
    for (std::size_t i = first; i < line.tokens.last; ++i) {
      const bool last = i + 1 == line.tokens.last;
      if (!last && !ends_between(document, document.tokens[i], document.tokens[i + 1])) continue;
      const std::size_t limit = last ? line.end : document.tokens[i + 1].begin;
      document.sentences.push_back({document.tokens[first].begin,
                                    sentence_end(document, document.tokens[i], limit),
                                    {first, i + 1},
                                    number});
      first = i + 1;
    }
  }
}

}  // namespace assay::extract
