// An article cut up for extraction: lines, sentences and tokens, all with offsets into one text.
// Every rule works on this one segmentation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/lexicon.h"
#include "indexer/read/article.h"

namespace assay::extract {

struct Token {
  std::string word;  // folded by the analyzer, without a possessive 's
  WordFacts facts;
  std::size_t begin = 0;  // bytes of Document::text
  std::size_t end = 0;
  bool capital = false;     // begins with a capital letter
  bool possessive = false;  // written with 's
};

// A sentence of more tokens is no prose: rules that look around every number leave it alone.
inline constexpr std::size_t kMaxProseTokens = 1'000;

// Tokens [first, last).
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
  bool empty() const { return first == last; }
  std::size_t size() const { return last - first; }
};

// Tokens that are a phrase.
struct PhraseMatch {
  TokenRange tokens;
  std::uint32_t payload = 0;  // as given with the phrase
};

// What one matcher found in the sentences.
struct SentenceMatches {
  std::vector<PhraseMatch> all;    // in the order of the text
  std::vector<std::size_t> begin;  // of those of each sentence, and the end of the last one's
};

struct Line {
  std::size_t begin = 0, end = 0;
  TokenRange tokens;
  bool wraps = false;       // the paragraph goes on in the next line: the text was broken to a width
  std::string boilerplate;  // why the line is not part of the article; empty: it is
};

struct Sentence {
  std::size_t begin = 0, end = 0;
  TokenRange tokens;
  std::size_t line = 0;  // the one it begins in
};

struct Document {
  // The stated title, a line break and the article's text; the text alone when it begins with its title.
  std::string text;
  std::size_t text_begin = 0;  // where the article's own text begins in `text`
  std::vector<Line> lines;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // of the lines that are part of the article
  std::size_t headline = 0;         // the line that announces the article, else the first that is part of it

  std::size_t tail = 0;  // from this line on there is no prose: contacts, headlines of other articles

  std::vector<SentenceMatches> phrases;  // by the number of the matcher

  bool in_headline(const Sentence& sentence) const { return sentence.line == headline; }
  bool in_tail(const Sentence& sentence) const { return sentence.line >= tail; }

  std::string_view slice(std::size_t begin, std::size_t end) const {
    return std::string_view(text).substr(begin, end - begin);
  }
  std::string_view slice(const Sentence& sentence) const { return slice(sentence.begin, sentence.end); }
  std::string_view slice(const Line& line) const { return slice(line.begin, line.end); }
  // The character that follows a token, '\0' at the end of the text.
  char after(const Token& token) const { return token.end < text.size() ? text[token.end] : '\0'; }
  char before(const Token& token) const { return token.begin > 0 ? text[token.begin - 1] : '\0'; }
};

// The tokens of one line or phrase, without numbers; offsets count from its start.
std::vector<Token> tokens_of(std::string_view text);

// Lines and tokens, with the numbers that `lexicon` has for them; no line is boilerplate yet and there are no
// sentences.
Document tokenise(const read::Article& article, const Lexicon& lexicon);

// Cuts the lines that are part of the article into sentences, and finds its tail.
void cut_sentences(Document& document);

}  // namespace assay::extract
