#include "indexer/extract/statement_scores.h"

#include <algorithm>
#include <set>

#include "indexer/extract/number.h"
#include "indexer/extract/word_set.h"

namespace assay::extract {
namespace {

enum Kind : std::uint32_t { kMark, kFill, kCount, kAll, kRest, kFirstStatement };

constexpr int kLowest = 1, kHighest = 4;
constexpr std::size_t kReach = 6;         // tokens between a name and its score
constexpr std::size_t kFollowing = 2;     // sentences behind a name by itself in which its score may stand
constexpr std::size_t kHeadingWords = 8;  // words of a line that is a statement's name

std::vector<std::string> kinds_of(const schema::Facet& facet) {
  std::vector<std::string> kinds = {"mark", "fill", "count", "all", "rest"};
  for (const schema::FacetValue& value : facet.values()) kinds.push_back(value.id);
  return kinds;
}

bool is_plural(std::string_view word) { return word.size() > 3 && word.ends_with('s'); }

// "2.5", "3%", "4,000", "£2m": a number of another sort.
bool is_other_number(const Document& document, std::size_t at) {
  const Token& token = document.tokens[at];
  const char next = document.after(token), previous = document.before(token);
  const bool digit_behind = token.end + 1 < document.text.size() && document.text[token.end + 1] >= '0' &&
                            document.text[token.end + 1] <= '9';
  return next == '%' || ((next == '.' || next == ',') && digit_behind) || previous == '.' ||
         previous == '/' || (next == '/' && !digit_behind);
}

// A line that may be a statement's name, or a sentence with a small number.
bool may_matter(const Document& document, const Sentence& sentence) {
  if (sentence.tokens.size() <= kHeadingWords) return true;
  for (std::size_t i = sentence.tokens.first; i < sentence.tokens.last; ++i)
    if (document.tokens[i].facts.small_number > 0) return true;
  return false;
}

// "from one to four".
bool is_of_scale(const Document& document, const Sentence& sentence, std::size_t at) {
  const auto is = [&](std::size_t i, int end) {
    return i >= sentence.tokens.first && i < sentence.tokens.last &&
           document.tokens[i].facts.small_number == end;
  };
  return (is(at + 2, kHighest) && document.tokens[at + 1].word == "to") ||
         (at >= 2 && is(at - 2, kLowest) && document.tokens[at - 1].word == "to");
}

// "a two for safeguarding", "scored 3."; but not "two examples of", "one of the best".
bool stands_apart(const Document& document, const Sentence& sentence, std::size_t behind_it) {
  static const WordSet apart = {"for",     "in",      "on",  "out",      "from", "and",    "each",
                                "apiece",  "overall", "as",  "while",    "but",  "with",   "which",
                                "meaning", "by",      "too", "at",       "also", "across", "again",
                                "points",  "mark",    "to",  "evidence", "a",    "under"};
  if (behind_it >= sentence.tokens.last) return true;
  const std::string_view gap =
      document.slice(document.tokens[behind_it - 1].end, document.tokens[behind_it].begin);
  if (gap.find_first_of(",;:.()|-") != std::string_view::npos) return true;
  const std::string& next = document.tokens[behind_it].word;
  if (next == "of" && behind_it + 1 < sentence.tokens.last) {
    const std::string& scale = document.tokens[behind_it + 1].word;
    return scale == "four" || scale == "4" || scale == "a";
  }
  return apart.contains(next);
}

// "a two for safeguarding": the score belongs to the name behind it, whatever the rest of the sentence does.
bool binds_back(const Document& document, std::size_t score_end, std::size_t name_begin) {
  static const WordSet binding = {"for", "in", "on", "the", "its", "their", "both"};
  if (name_begin - score_end == 0 || name_begin - score_end > 3) return false;
  for (std::size_t i = score_end; i < name_begin; ++i)
    if (!binding.contains(document.tokens[i].word)) return false;
  return true;
}

}  // namespace

StatementScoreRule::StatementScoreRule(const taxonomy::Taxonomy& taxonomy, Lexicon& lexicon,
                                       const schema::Facet& facet)
    : cues_(taxonomy, lexicon, "statement", kinds_of(facet), {kFill}) {
  std::set<std::string> named;
  for (const taxonomy::Cue& cue : taxonomy.cues("statement")) named.insert(cue.kind);
  for (std::size_t value = 0; value < facet.values().size(); ++value)
    if (named.contains(facet.values()[value].id)) statements_.push_back(static_cast<schema::Ordinal>(value));
}

bool StatementScoreRule::is_score(const Document& document, const Sentence& sentence, Cues cues,
                                  const std::vector<Item>& before_it, std::size_t at) const {
  const int value = document.tokens[at].facts.small_number;
  if (value < kLowest || value > kHighest || is_other_number(document, at)) return false;
  if (is_plural(document.tokens[at].word)) return true;  // "threes went to equity"
  if (sentence.tokens.size() == 1) return true;          // a cell of a torn table
  if (is_of_scale(document, sentence, at)) return false;
  if (at == sentence.tokens.first && document.tokens[at + 1].word == "for")
    return true;  // "three for equity"
  const bool ends_line = at + 1 == sentence.tokens.last;
  const auto counted = behind(cues, kCount, at + 1, 0);
  const bool of_scale = at + 2 < sentence.tokens.last && document.tokens[at + 2].word == "of";
  if (counted && !of_scale && document.tokens[counted->tokens.first].word != "in") return false;
  if (before(cues, kMark, at, 0)) return stands_apart(document, sentence, at + 1);
  // A name, then nothing but filling words: "Safeguarding - 3", "equity is at 2".
  if (before_it.empty() || !before_it.back().statement) return false;
  const std::size_t name_end = before_it.back().tokens.last;
  if (at - name_end > kReach || (at > name_end && !ends_line && counted)) return false;
  for (std::size_t i = name_end; i < at; ++i)
    if (!cues_.is(kFill, document.tokens[i])) return false;
  return true;
}

std::vector<StatementScoreRule::Item> StatementScoreRule::items(const Document& document,
                                                                const Sentence& sentence, Cues cues) const {
  std::vector<Item> found;
  auto cue = cues.begin();
  for (std::size_t at = sentence.tokens.first; at < sentence.tokens.last; ++at) {
    while (cue != cues.end() && (cue->tokens.first < at || cue->payload < kFirstStatement)) ++cue;
    if (cue != cues.end() && cue->tokens.first == at) {
      found.push_back({cue->tokens, static_cast<schema::Ordinal>(cue->payload - kFirstStatement), 0});
      at = cue->tokens.last - 1;
    } else if (is_score(document, sentence, cues, found, at)) {
      found.push_back({{at, at + 1}, std::nullopt, document.tokens[at].facts.small_number});
      // "three out of four", "three from a possible four": the second number is the scale's.
      for (std::size_t i = at + 1; i < std::min(at + 5, sentence.tokens.last); ++i)
        if (document.tokens[i].word == "four" || document.tokens[i].word == "4") {
          const std::string& word = document.tokens[i - 1].word;
          if (word == "of" || word == "possible") at = i;
        }
    }
  }
  return found;
}

std::optional<StatementScoreRule::Sharing> StatementScoreRule::shared(const Document& document,
                                                                      const Sentence& sentence, Cues cues,
                                                                      const std::vector<Item>& items) const {
  std::set<int> scores;
  for (const Item& item : items)
    if (!item.statement) scores.insert(item.score);
  if (scores.size() != 1) return std::nullopt;
  const auto number = static_cast<std::size_t>(&sentence - document.sentences.data());
  if (any(cues, kAll)) return Sharing{statements_.size(), *scores.begin(), number};
  // The last count told: "of the nine areas eight were marked two".
  std::optional<Sharing> sharing;
  for (std::size_t at = sentence.tokens.first; at < sentence.tokens.last; ++at) {
    const int count = document.tokens[at].facts.small_number;
    if (count <= kHighest || static_cast<std::size_t>(count) >= statements_.size()) continue;
    if (behind(cues, kRest, at + 1, 2) || before(cues, kRest, at, 1) || at + 1 == sentence.tokens.last)
      sharing = Sharing{static_cast<std::size_t>(count), *scores.begin(), number};
  }
  return sharing;
}

StatementScores StatementScoreRule::find(const Document& document, const std::vector<bool>& left_out) const {
  StatementScores scores;
  std::vector<Sharing> sharings;
  std::vector<schema::Ordinal> heading;  // the statement that the line before was the name of
  std::size_t heading_sentence = 0;
  for (std::size_t n = 0; n < document.sentences.size(); ++n) {
    const Sentence& sentence = document.sentences[n];
    if (left_out[n] || sentence.tokens.size() > kMaxProseTokens || !may_matter(document, sentence)) continue;
    const Cues cues = cues_.in(document, sentence);
    const std::vector<Item> found = items(document, sentence, cues);
    const auto of_score = [](const Item& item) { return !item.statement; };
    const auto first_score = std::find_if(found.begin(), found.end(), of_score);
    if (first_score == found.end()) {
      if (found.empty() && n > heading_sentence + kFollowing) heading.clear();
      if (found.size() == 1 && sentence.tokens.size() <= kHeadingWords &&
          found.front().tokens.first == sentence.tokens.first) {
        heading = {*found.front().statement};
        heading_sentence = n;
      }
      continue;
    }
    if (const auto sharing = shared(document, sentence, cues, found)) sharings.push_back(*sharing);
    // Names before the first score take the score that follows them; where a score comes first, each name
    // takes the one before it.
    std::vector<schema::Ordinal> waiting;
    const bool score_first = !found.front().statement;
    if (score_first && found.size() == 1 && n <= heading_sentence + kFollowing) waiting = heading;
    heading.clear();
    int last_score = 0;
    for (const Item& item : found) {
      const bool bound = &item != found.data() && !(&item - 1)->statement && item.statement &&
                         binds_back(document, (&item - 1)->tokens.last, item.tokens.first);
      if (item.statement && (score_first || bound)) {
        scores.emplace(*item.statement, StatementScore{last_score, n});
      } else if (item.statement) {
        waiting.push_back(*item.statement);
      } else {
        last_score = item.score;
        for (const schema::Ordinal statement : waiting)
          scores.emplace(statement, StatementScore{last_score, n});
        waiting.clear();
      }
    }
    // "Safeguarding was given a 2, and so was equity."
    for (const schema::Ordinal statement : waiting) scores.emplace(statement, StatementScore{last_score, n});
  }
  for (const Sharing& sharing : sharings) {
    std::size_t told = 0;  // of those that share the score
    for (const auto& [statement, score] : scores) told += score.score == sharing.score;
    if (statements_.size() - scores.size() + told != sharing.statements) continue;
    for (const schema::Ordinal statement : statements_)
      scores.emplace(statement, StatementScore{sharing.score, sharing.sentence});
  }
  return scores;
}

}  // namespace assay::extract
